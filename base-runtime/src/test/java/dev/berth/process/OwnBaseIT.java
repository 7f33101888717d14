package dev.berth.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.agent.AgentJar;
import dev.berth.testing.BizJar;
import dev.berth.testing.PlainApplication;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A user's own base, started in each of the ways there are: with the agent it is guarded, else it says what to do. */
class OwnBaseIT {

    private static final String SOURCE =
            """
            package com.example.own;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.GetMapping;
            import org.springframework.web.bind.annotation.RestController;
            @SpringBootApplication
            @RestController
            public class OwnBase {
                @GetMapping("/end")
                void end() {
                    // A call that ended the base itself would be waited for
                    new Thread(() -> System.exit(7)).start();
                }
                public static void main(String[] args) {
                    SpringApplication.run(OwnBase.class, args);
                }
            }
            """;

    private static final String ENDING =
            """
            package com.example.ending;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.GetMapping;
            import org.springframework.web.bind.annotation.RestController;
            @SpringBootApplication
            @RestController
            public class Ending {
                @GetMapping("/end")
                void end() {
                    System.exit(8);
                }
                public static void main(String[] args) {
                    SpringApplication.run(Ending.class, args);
                }
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void executableJarThatWasCompletedIsGuardedAndCanEndItself() {
        assertGuarded(List.of("-jar", completed().toString()));
    }

    @Test
    void extractedJarThatWasCompletedIsGuarded() {
        // Given
        Path jar = completed();
        JvmProcess.run(
                directory,
                List.of("-Djarmode=tools", "-jar", jar.toString(), "extract"),
                List.of("--destination", "extracted"));
        // When / Then
        assertGuarded(List.of(
                "-jar",
                directory.resolve("extracted").resolve(jar.getFileName()).toString()));
    }

    @Test
    void jarWithTheAgentCanBePartedIntoLayers() {
        // Given
        Path jar = BuiltJars.exec();
        // When
        JvmProcess layers = JvmProcess.run(
                directory,
                List.of("-Djarmode=tools", "-jar", jar.toString(), "extract"),
                List.of("--layers", "--launcher", "--destination", "layers"));
        // Then
        assertThat(layers.output()).isEmpty();
        assertThat(directory.resolve("layers/application/dev/berth/agent/BaseAgent.class"))
                .exists();
    }

    @Test
    void classPathStartWithTheAgentIsGuarded() {
        List<String> options = new ArrayList<>(List.of("-javaagent:" + BuiltJars.library()));
        options.addAll(classPath());
        assertGuarded(options);
    }

    @Test
    void classPathStartSaysThatTheGuardIsOffAndWhatToDo() {
        try (BaseProcess base = BaseProcess.start(directory.resolve("home"), classPath())) {
            // When
            JsonNode guard = base.admin().json("/v1/base").get("guard");
            // Then
            assertThat(guard.get("on").asBoolean()).isFalse();
            assertThat(guard.get("reason").asString()).isEqualTo("This JVM was started without the base's agent");
            assertThat(guard.get("remedy").asString()).contains("java -jar", "goal 'guard' of biz-maven-plugin");
            assertThat(base.process().output())
                    .contains("The guard is off: a biz that calls System.exit ends this base.")
                    .contains("goal 'guard' of biz-maven-plugin");
        }
    }

    private void assertGuarded(List<String> what) {
        try (BaseProcess base = BaseProcess.start(directory.resolve("home"), what)) {
            Path jar = BizJar.named("ending").source(ENDING).starterWebmvc().stock(directory);
            assertThat(base.admin().install(jar).statusCode()).isEqualTo(201);
            // When
            int status = base.get("/ending/end").statusCode();
            // Then
            assertThat(status).isEqualTo(500);
            assertThat(base.admin().json("/v1/base").get("guard").get("on").asBoolean())
                    .as(base.process().output())
                    .isTrue();
            end(base);
            assertThat(base.process().awaitExit()).isEqualTo(7);
        }
    }

    private static void end(BaseProcess base) {
        try {
            base.get("/end");
        } catch (UncheckedIOException ended) {
            // The answer is lost with the process
        }
    }

    private Path completed() {
        Path jar = BizJar.named("own-base")
                .source(SOURCE)
                .starterWebmvc()
                .jar(BuiltJars.library())
                .bizApi()
                .stock(directory);
        assertThat(AgentJar.complete(jar)).isTrue();
        return jar;
    }

    private List<String> classPath() {
        return JvmProcess.main(
                "com.example.own.OwnBase",
                Programs.base(new PlainApplication().source(SOURCE).starter("spring-boot-starter-webmvc"))
                        .write(directory.resolve("classes")));
    }
}
