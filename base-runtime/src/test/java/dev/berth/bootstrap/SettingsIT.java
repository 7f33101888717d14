package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.control.Operation;
import dev.berth.control.Problem;
import dev.berth.error.ErrorCode;
import dev.berth.testing.BizJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which settings a biz has: its own, then its operator's, and none of the base's. */
class SettingsIT {

    private static final String SOURCE =
            """
            package com.example.greeting;
            import org.slf4j.*;
            import org.springframework.beans.factory.annotation.Value;
            import org.springframework.boot.*;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.context.annotation.Bean;
            import org.springframework.core.env.Environment;
            @SpringBootApplication
            public class Greeting {
                private static final Logger logger = LoggerFactory.getLogger("greeting");
                public static void main(String[] args) {
                    SpringApplication.run(Greeting.class, args);
                }
                @Bean
                CommandLineRunner say(@Value("${greeting:none}") String greeting, Environment environment) {
                    return arguments -> logger.info("greeting is {} in {} of {}", greeting,
                            String.join(",", environment.getActiveProfiles()),
                            environment.getProperty("spring.application.name", "nobody"));
                }
            }
            """;

    private final RunningBase base = RunningBase.shared();

    @TempDir
    private Path directory;

    @AfterEach
    void uninstallAll() throws IOException {
        base.uninstallAll();
        try (var files = Files.list(Files.createDirectories(config(base)))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void startWhenBizHasSettingsOfItsOwnUsesThem() {
        // Given
        Path jar = biz("own").resource("application.yaml", "greeting: own").stock(directory);
        // When
        base.install(jar);
        // Then
        assertThat(base.log("own")).contains("greeting is own in ");
    }

    @Test
    void startWhenOperatorGivesSettingsTakesTheseFirst() throws IOException {
        // Given
        Path jar = biz("operated")
                .resource("application.yaml", "greeting: own\nspring.application.name: kept")
                .stock(directory);
        write(base, "operated", "greeting: operator");
        // When
        base.install(jar);
        // Then
        assertThat(base.log("operated")).contains("greeting is operator in  of kept");
    }

    @Test
    void startWhenProfileIsActiveReadsItsFiles() throws IOException {
        // Given
        BizJar biz = biz("profiled")
                .resource("application.yaml", "greeting: own\nspring.profiles.active: night")
                .resource("application-night.yaml", "greeting: night")
                .resource("application-day.yaml", "greeting: day");
        base.install(biz.stock(directory));
        base.uninstall("profiled");
        // When
        write(base, "profiled", "spring.profiles.active: day");
        base.install(biz.stock(directory));
        // Then
        assertThat(base.log("profiled")).contains("greeting is night in night").contains("greeting is day in day");
    }

    @Test
    void startWhenOperatorAndProfileDifferTakesTheOperatorFirst() throws IOException {
        // Given
        Path jar = biz("both")
                .resource("application.yaml", "spring.profiles.active: night")
                .resource("application-night.yaml", "greeting: night")
                .stock(directory);
        write(base, "both", "greeting: operator");
        // When
        base.install(jar);
        // Then
        assertThat(base.log("both")).contains("greeting is operator in night");
    }

    @Test
    void startWhenBaseHasSettingsDoesNotSeeThem() throws IOException {
        // Given
        Path ofBase = Path.of("application.yaml");
        assertThat(ofBase).doesNotExist();
        Files.writeString(ofBase, "greeting: file");
        System.setProperty("greeting", "property");
        System.setProperty("spring.profiles.active", "base");
        try (RunningBase own =
                RunningBase.start(directory.resolve("home"), "--greeting=base", "--spring.application.name=of-base")) {
            // When
            Operation installed = own.install(biz("alone").stock(directory));
            // Then
            assertThat(installed.problem()).isEmpty();
            assertThat(own.context().getEnvironment().getProperty("greeting")).isEqualTo("base");
            assertThat(own.log("alone")).contains("greeting is none in  of nobody");
        } finally {
            System.clearProperty("greeting");
            System.clearProperty("spring.profiles.active");
            Files.delete(ofBase);
        }
    }

    @Test
    void startWhenEnvironmentConfiguresSpringDoesNotSeeIt() {
        // Given
        assumeTrue(System.getenv("SPRING_APPLICATION_JSON") != null, "The build sets SPRING_APPLICATION_JSON");
        // When
        base.install(biz("environment").stock(directory));
        // Then
        assertThat(base.context().getEnvironment().getProperty("greeting")).isEqualTo("environment");
        assertThat(base.log("environment")).contains("greeting is none in ");
    }

    @Test
    void installWhenSettingsOfTheOperatorAreBrokenSaysWhere() throws IOException {
        // Given
        write(base, "broken", "greeting: [unclosed\nother: :");
        // When
        Operation refused = base.install(biz("broken").stock(directory));
        // Then
        Problem problem = refused.problem().orElseThrow();
        assertThat(problem.code()).isEqualTo(ErrorCode.BIZ_START_FAILED);
        assertThat(problem.message())
                .contains("'config/broken.yaml'", "line 2")
                .doesNotContain(base.home().toString(), "unclosed");
        assertThat(base.registry().revisions()).isEmpty();
    }

    @Test
    void installWhenSettingsOfTheBizAreBrokenSaysWhere() {
        Operation refused = base.install(biz("own-broken")
                .resource("application.yaml", "greeting: [unclosed\nother: :")
                .stock(directory));
        assertThat(refused.problem()).get().extracting(Problem::code).isEqualTo(ErrorCode.BIZ_START_FAILED);
        assertThat(refused.problem().orElseThrow().message())
                .contains("settings", "line 2")
                .doesNotContain("unclosed");
    }

    private static BizJar biz(String name) {
        return BizJar.named(name).starter("spring-boot-starter").source(SOURCE);
    }

    private static Path config(RunningBase base) {
        return base.home().resolve("config");
    }

    private static void write(RunningBase base, String name, String settings) throws IOException {
        Files.createDirectories(config(base));
        Files.writeString(config(base).resolve(name + ".yaml"), settings);
    }
}
