package dev.berth.cli.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that nobody made for Berth: built by Maven, installed unchanged, used, uninstalled, installed again. */
class OrdinaryBuildIT {

    private static final String POM =
            """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <parent>
                <groupId>org.springframework.boot</groupId>
                <artifactId>spring-boot-starter-parent</artifactId>
                <version>%s</version>
                <relativePath/>
              </parent>
              <groupId>com.example</groupId>
              <artifactId>greeter</artifactId>
              <version>2.1.0</version>
              <dependencies>
                <dependency>
                  <groupId>org.springframework.boot</groupId>
                  <artifactId>spring-boot-starter-webmvc</artifactId>
                </dependency>
              </dependencies>
              <build>
                <plugins>
                  <plugin>
                    <groupId>org.springframework.boot</groupId>
                    <artifactId>spring-boot-maven-plugin</artifactId>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private static final String SOURCE =
            """
            package com.example.greeter;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.GetMapping;
            import org.springframework.web.bind.annotation.RequestParam;
            import org.springframework.web.bind.annotation.RestController;
            @SpringBootApplication
            @RestController
            public class GreeterApplication {
                record Greeting(String text) {}
                @GetMapping("/greeting")
                Greeting greeting(@RequestParam String name) {
                    return new Greeting("Hello " + name);
                }
                public static void main(String[] args) {
                    SpringApplication.run(GreeterApplication.class, args);
                }
            }
            """;

    @TempDir
    Path directory;

    private Shell shell;
    private int port;

    @BeforeEach
    void startBase() throws Exception {
        shell = new Shell(
                directory, Map.of("BERTH_HOME", directory.resolve("home").toString()));
        Shell.Result started = shell.berth("base", "start", "--port", "0", "--admin-port", "0", "-o", "json");
        assertThat(started.exitCode()).as(started.errors()).isZero();
        Matcher matcher = Pattern.compile("\"businessPort\"\\s*:\\s*(\\d+)").matcher(started.output());
        assertThat(matcher.find()).as(started.output()).isTrue();
        port = Integer.parseInt(matcher.group(1));
    }

    @AfterEach
    void stopBase() throws Exception {
        assertThat(shell.berth("base", "stop").exitCode()).isZero();
    }

    @Test
    void jarBuiltTheOrdinaryWayIsABiz() throws Exception {
        // Given
        Path jar = build();
        byte[] before = Files.readAllBytes(jar);
        for (int round = 0; round < 2; round++) {
            // When
            Shell.Result installed = shell.berth("install", jar.toString());
            HttpResponse<String> answer = get("/greeter/greeting?name=Ada");
            Shell.Result uninstalled = shell.berth("uninstall", "greeter");
            // Then
            assertThat(installed.exitCode()).as(installed.errors()).isZero();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"text\":\"Hello Ada\"}");
            assertThat(uninstalled.exitCode()).as(uninstalled.errors()).isZero();
            assertThat(get("/greeter/greeting?name=Ada").statusCode()).isEqualTo(404);
        }
        assertThat(Files.readAllBytes(jar)).isEqualTo(before);
    }

    private Path build() throws Exception {
        Path project = directory.resolve("greeter");
        Path source = project.resolve("src/main/java/com/example/greeter/GreeterApplication.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, SOURCE);
        Files.writeString(project.resolve("pom.xml"), POM.formatted(System.getProperty("berth-test.spring-boot")));
        Path maven = Path.of(System.getProperty("berth-test.maven-home"), "bin", "mvn");
        Shell.Result built = new Shell(project, Map.of())
                .run(List.of(
                        maven.toString(),
                        "-q",
                        "-B",
                        "-Dmaven.repo.local=" + System.getProperty("berth-test.local-repository"),
                        "package"));
        assertThat(built.exitCode()).as(built.output() + built.errors()).isZero();
        return project.resolve("target/greeter-2.1.0.jar");
    }

    private HttpResponse<String> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
