package dev.berth.samples.base;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.process.BaseProcess;
import dev.berth.testing.BizJar;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The executable jar that this build has made is a guarded base. */
class GuardedJarIT {

    private static final String SOURCE =
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
    void exitOfABizDoesNotEndTheBase() {
        // Given
        Path jar = BizJar.named("ending").source(SOURCE).starterWebmvc().stock(directory);
        List<String> what = List.of("-jar", System.getProperty("base.jar"));
        try (BaseProcess base = BaseProcess.start(directory.resolve("home"), what)) {
            base.admin().install(jar);
            // When
            int status = base.get("/ending/end").statusCode();
            // Then
            assertThat(status).isEqualTo(500);
            assertThat(base.get("/").body()).isEqualTo("This is a base");
            assertThat(base.admin().json("/v1/base").get("guard").get("on").asBoolean())
                    .isTrue();
        }
    }
}
