package dev.berth.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BizJarTests {

    private static final String APPLICATION =
            """
            package demo;

            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.GetMapping;
            import org.springframework.web.bind.annotation.RestController;

            @SpringBootApplication
            public class Demo {
                public static void main(String[] args) {
                    SpringApplication.run(Demo.class, args);
                }

                @RestController
                static class Greeting {
                    @GetMapping("/hello")
                    String hello() {
                        return "hello";
                    }
                }
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void stockIsABootJarWithTheLibrariesOfItsStarter() throws IOException {
        // Given
        BizJar biz = demo().resource("application.yaml", "a: b");

        // When
        Contents jar = Contents.of(biz.stock(directory));

        // Then
        assertThat(jar.manifest())
                .containsEntry("Start-Class", "demo.Demo")
                .containsEntry("Main-Class", "org.springframework.boot.loader.launch.JarLauncher")
                .containsEntry("Implementation-Title", "demo");
        assertThat(jar.names())
                .contains("BOOT-INF/classes/demo/Demo.class", "BOOT-INF/classes/application.yaml")
                .contains("BOOT-INF/classpath.idx", "META-INF/maven/com.example/demo/pom.properties");
        assertThat(jar.libraries())
                .contains("spring-webmvc", "spring-boot-webmvc", "tomcat-embed-core", "jackson-databind")
                .contains("logback-classic", "slf4j-api", "snakeyaml", "jakarta.annotation-api")
                .doesNotContain("spring-boot-starter-webmvc", "spring-orm", "thymeleaf", "h2", "assertj-core");
    }

    @Test
    void stockWithoutIdentityTellsNoName() throws IOException {
        // Given
        BizJar biz = demo().withoutIdentity();

        // When
        Contents jar = Contents.of(biz.stock(directory));

        // Then
        assertThat(jar.manifest()).doesNotContainKey("Implementation-Title");
        assertThat(jar.names()).noneMatch(name -> name.endsWith("pom.properties"));
    }

    @Test
    void slimListsClassPathLibrariesAndNestsJarFiles() throws IOException {
        // Given
        Path greetings = LibraryJar.of("com.acme:greetings:2.1.0")
                .source("package acme; public class Greetings {}")
                .write(directory);

        // When
        Contents jar = Contents.of(demo().bizApi().jar(greetings).version("7").slim(directory));

        // Then
        assertThat(jar.manifest()).containsEntry("Berth-Biz-Version", "7").containsEntry("Start-Class", "demo.Demo");
        assertThat(jar.manifest().get("Berth-Libraries"))
                .containsPattern("(^|,)org\\.springframework:spring-webmvc:7\\.[^,:]+,")
                .containsPattern("dev\\.berth:biz-api:[^,:]+$")
                .doesNotContain("greetings", "starter");
        assertThat(jar.names()).contains("BERTH-INF/lib/greetings-2.1.0.jar", "demo/Demo.class");
    }

    @Test
    void arkNestsEveryLibraryUnderLib() throws IOException {
        // Given
        BizJar biz = demo().attribute("web-context-path", "shop");

        // When
        Contents jar = Contents.of(biz.ark(directory));

        // Then
        assertThat(jar.manifest())
                .containsEntry("Ark-Biz-Name", "demo")
                .containsEntry("Main-Class", "demo.Demo")
                .containsEntry("web-context-path", "shop");
        assertThat(jar.names())
                .contains("com/alipay/sofa/ark/biz/mark", "demo/Demo.class")
                .anyMatch(name -> name.startsWith("lib/spring-boot-starter-webmvc-"));
    }

    @Test
    void sourceWithAnErrorIsRefusedWithTheCompilersWords() {
        // Given
        BizJar biz = BizJar.named("broken").source("package demo; class Broken { Missing missing; }");

        // When, Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> biz.slim(directory))
                .withMessageContaining("Missing");
    }

    private static BizJar demo() {
        return BizJar.named("demo").source(APPLICATION).starterWebmvc();
    }

    private record Contents(Map<String, String> manifest, List<String> names) {

        static Contents of(Path jar) throws IOException {
            try (JarFile file = new JarFile(jar.toFile())) {
                Map<String, String> manifest = new HashMap<>();
                file.getManifest()
                        .getMainAttributes()
                        .forEach((name, value) -> manifest.put(name.toString(), value.toString()));
                return new Contents(
                        manifest, file.stream().map(JarEntry::getName).toList());
            }
        }

        List<String> libraries() {
            return names.stream()
                    .filter(name -> name.endsWith(".jar"))
                    .map(name -> name.substring(name.lastIndexOf('/') + 1).replaceAll("-\\d.*", ""))
                    .toList();
        }
    }
}
