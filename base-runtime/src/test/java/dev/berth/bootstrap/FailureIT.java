package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.artifact.Artifact;
import dev.berth.control.InstallRequest;
import dev.berth.control.Operation;
import dev.berth.control.Problem;
import dev.berth.error.ErrorCode;
import dev.berth.testing.BizJar;
import dev.berth.testing.Eventually;
import dev.berth.testing.Threads;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A biz that does not start leaves nothing, and the answer says why. */
class FailureIT {

    private static final String SOURCE =
            """
            package com.example.shop;
            import java.lang.ref.WeakReference;
            import org.springframework.beans.factory.annotation.Value;
            import org.springframework.boot.*;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
            import org.springframework.context.annotation.Bean;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @RestController
            public class Shop {
                interface Missing {}
                public static void main(String[] args) {
                    System.getProperties().put("shop-loader", new WeakReference<>(Shop.class.getClassLoader()));
                    SpringApplication.run(Shop.class, args);
                }
                @GetMapping("/open")
                String open() {
                    return "open";
                }
                @Bean
                @ConditionalOnProperty("shop.missing")
                Object needsWhatIsNotThere(Missing missing) {
                    return missing;
                }
                @Bean
                CommandLineRunner runner(@Value("${shop.hangs:false}") boolean hangs) {
                    return arguments -> {
                        if (hangs) {
                            new java.util.concurrent.CountDownLatch(1).await();
                        }
                    };
                }
            }
            """;

    private final RunningBase base = RunningBase.shared();

    @TempDir
    private Path directory;

    @AfterEach
    void uninstallAll() {
        base.uninstallAll();
        System.getProperties().remove("shop-loader");
    }

    @Test
    void installWhenMainThrowsTellsTheAnalysisAndLeavesNothing() throws IOException {
        // Given
        Path jar = shop().resource("application.yaml", "shop.missing: true").stock(directory);
        // When
        Operation failed = base.install(jar);
        // Then
        assertCode(failed, ErrorCode.BIZ_START_FAILED);
        assertThat(failed.problem().orElseThrow().message())
                .contains("'shop:1.0.0'", "required a bean of type 'com.example.shop.Shop$Missing'");
        assertThat(failed.problem().orElseThrow().remedy()).contains("Consider defining a bean");
        assertNothingIsLeft();
        assertGoodJarInstalls();
    }

    @Test
    void installWhenMainHangsEndsAtTheDeadlineAndLeavesNothing() throws IOException {
        // Given
        Path jar = shop().resource("application.yaml", "shop.hangs: true").stock(directory);
        long start = System.nanoTime();
        // When
        Operation failed = base.install(jar, artifact -> request(artifact, Duration.ofSeconds(2)));
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        // Then
        assertCode(failed, ErrorCode.BIZ_START_TIMEOUT);
        assertThat(failed.problem().orElseThrow().message()).contains("'shop:1.0.0'", "2.0 s");
        assertThat(taken).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(10));
        assertNothingIsLeft();
        assertGoodJarInstalls();
    }

    @Test
    void installWhenJarNamesNoMainClassRefuses() throws IOException {
        // Given
        Path jar = BizJar.named("library")
                .starter("spring-boot-starter")
                .source("package com.example; public class Library {}")
                .slim(directory);
        // When
        Operation failed = base.install(jar);
        // Then
        assertCode(failed, ErrorCode.NO_MAIN_CLASS);
        assertThat(base.registry().revisions()).isEmpty();
        assertThat(revisionFolders()).isZero();
    }

    @Test
    void installWhenMainClassIsMissingRefuses() throws IOException {
        // Given
        Path jar = shop().attribute("Start-Class", "com.example.Absent").slim(directory);
        // When
        Operation failed = base.install(jar);
        // Then
        assertCode(failed, ErrorCode.NO_MAIN_CLASS);
        assertThat(failed.problem().orElseThrow().message()).contains("'com.example.Absent'");
        assertThat(base.registry().revisions()).isEmpty();
        assertThat(revisionFolders()).isZero();
    }

    @Test
    void installWhenSameVersionHasAnotherDigestConflicts() throws IOException {
        // Given
        base.install(shop().stock(directory.resolve("first")));
        // When
        Operation conflict = base.install(shop().resource("other.txt", "other").stock(directory.resolve("second")));
        // Then
        assertCode(conflict, ErrorCode.VERSION_CONFLICT);
        assertTheFirstStillServes();
    }

    @Test
    void installWhenOtherVersionIsThereConflicts() throws IOException {
        // Given
        base.install(shop().stock(directory));
        // When
        Operation conflict = base.install(shop().version("2.0.0").stock(directory));
        // Then
        assertCode(conflict, ErrorCode.BIZ_ALREADY_INSTALLED);
        assertThat(conflict.problem().orElseThrow().message()).contains("'shop'", "'1.0.0'");
        assertTheFirstStillServes();
    }

    private void assertTheFirstStillServes() throws IOException {
        assertThat(base.get("/shop/open").body()).isEqualTo("open");
        assertThat(base.registry().revisions()).hasSize(1);
        assertThat(base.server().contextPaths()).containsExactly("/shop");
        assertThat(base.ark().getBiz("shop")).hasSize(1);
        assertThat(revisionFolders()).isOne();
    }

    private void assertNothingIsLeft() throws IOException {
        WeakReference<?> loader = (WeakReference<?>) System.getProperties().get("shop-loader");
        assertThat(base.registry().revisions()).isEmpty();
        assertThat(base.ark().getBiz("shop")).isEmpty();
        assertThat(base.server().contextPaths()).isEmpty();
        assertThat(base.get("/shop/open").statusCode()).isEqualTo(404);
        assertThat(Threads.named("biz-")).isEmpty();
        assertThat(revisionFolders()).isZero();
        assertThat(Eventually.collected(loader)).as("loader is collected").isTrue();
    }

    private void assertGoodJarInstalls() {
        assertThat(base.install(shop().stock(directory.resolve("good"))).problem())
                .isEmpty();
        assertThat(base.get("/shop/open").body()).isEqualTo("open");
    }

    private long revisionFolders() throws IOException {
        try (Stream<Path> folders = Files.list(base.home().resolve("work").resolve("revisions"))) {
            return folders.count();
        }
    }

    private static void assertCode(Operation operation, ErrorCode code) {
        assertThat(operation.problem()).get().extracting(Problem::code).isEqualTo(code);
    }

    private static BizJar shop() {
        return BizJar.named("shop").starterWebmvc().source(SOURCE);
    }

    private static InstallRequest request(Artifact artifact, Duration startDeadline) {
        return new InstallRequest(
                artifact,
                Optional.of("shop.jar"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(startDeadline));
    }
}
