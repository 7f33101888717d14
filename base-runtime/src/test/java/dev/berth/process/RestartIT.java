package dev.berth.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.BizJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a home keeps when its base ends, in good order or killed. */
class RestartIT {

    private static final String SLOW =
            """
            package com.example.slow;
            public class Slow {
                public static void main(String[] args) throws InterruptedException {
                    Thread.sleep(60_000);
                }
            }
            """;

    private static final String FRAGILE =
            """
            package com.example.fragile;
            import jakarta.servlet.http.*;
            import java.nio.file.*;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.SpringBootConfiguration;
            import org.springframework.boot.web.servlet.ServletRegistrationBean;
            import org.springframework.context.annotation.Bean;
            @SpringBootConfiguration(proxyBeanMethods = false)
            public class Fragile {
                public static void main(String[] args) {
                    if (Files.exists(Path.of("%s"))) {
                        throw new IllegalStateException("The lock is there");
                    }
                    SpringApplication.run(Fragile.class, args);
                }
                @Bean
                ServletRegistrationBean<HttpServlet> servlet() {
                    return new ServletRegistrationBean<>(new HttpServlet() {
                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
                            response.setStatus(204);
                        }
                    }, "/*");
                }
            }
            """;

    @TempDir
    Path directory;

    private Path home;

    @BeforeEach
    void chooseHome() {
        home = directory.resolve("home");
    }

    @Test
    void startAfterKillBringsBackWhatWasInstalledInItsOrder() {
        // Given
        try (BaseProcess base = BaseProcess.defaultBase(home)) {
            base.admin().install(Programs.biz("zulu", directory));
            base.admin().install(Programs.biz("alpha", directory));
            base.process().kill();
        }
        // When
        try (BaseProcess again = BaseProcess.defaultBase(home)) {
            // Then
            assertThat(again.get("/zulu/hello").statusCode()).isEqualTo(200);
            assertThat(again.get("/alpha/hello").statusCode()).isEqualTo(200);
            assertThat(operations(again)).startsWith("alpha succeeded", "zulu succeeded");
        }
    }

    @Test
    void startAfterKillKnowsWhatWasActiveStoppedAndEarlier() {
        // Given
        try (BaseProcess base = BaseProcess.defaultBase(home)) {
            base.admin().install(Programs.biz("zulu", directory));
            base.admin().install(Programs.versioned("zulu", "2.0.0", directory));
            base.admin().install(Programs.biz("alpha", directory));
            assertThat(base.admin().post("/v1/biz/alpha/stop?wait").statusCode())
                    .isEqualTo(200);
            base.process().kill();
        }
        // When
        try (BaseProcess again = BaseProcess.defaultBase(home)) {
            // Then
            assertThat(again.get("/zulu/hello").statusCode()).isEqualTo(200);
            assertThat(again.admin().biz("zulu").path("version").asString()).isEqualTo("2.0.0");
            assertThat(again.get("/alpha/hello").statusCode()).isEqualTo(503);
            assertThat(again.admin().biz("alpha").path("state").asString()).isEqualTo("STOPPED");
            // When
            HttpResponse<String> back = again.admin().post("/v1/biz/zulu/rollback?wait");
            again.admin().post("/v1/biz/alpha/start?wait");
            // Then
            assertThat(back.statusCode()).isEqualTo(200);
            assertThat(again.admin().biz("zulu").path("version").asString()).isEqualTo("1.0.0");
            assertThat(again.get("/zulu/hello").statusCode()).isEqualTo(200);
            assertThat(again.get("/alpha/hello").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void startWhenABizFailsGoesOnAndTellsHowToBringItUp() throws IOException {
        // Given
        Path lock = directory.resolve("lock");
        try (BaseProcess base = BaseProcess.defaultBase(home)) {
            base.admin().install(fragile(lock));
            base.admin().install(Programs.biz("alpha", directory));
            assertThat(base.get("/fragile/").statusCode()).isEqualTo(204);
            base.process().kill();
        }
        Files.createFile(lock);
        // When
        try (BaseProcess again = BaseProcess.defaultBase(home)) {
            // Then
            JsonNode biz = again.admin().biz("fragile");
            assertThat(again.get("/alpha/hello").statusCode()).isEqualTo(200);
            assertThat(again.admin().names()).containsExactlyInAnyOrder("alpha", "fragile");
            assertThat(biz.path("state").asString()).isEqualTo("FAILED");
            assertThat(biz.path("problem").path("message").asString()).contains("The lock is there");
            assertThat(biz.path("problem").path("remedy").asString()).endsWith("berth start fragile.");
            assertThat(again.admin().json("/v1/base").path("downBiz").asInt()).isOne();
            assertThat(again.admin().json("/v1/biz/fragile/linkage").path("libraries"))
                    .isNotEmpty();
            assertThat(again.get("/fragile/").statusCode()).isEqualTo(503);
            assertThat(again.get("/fragile/").body()).contains("berth start fragile");
            // When
            Files.delete(lock);
            again.admin().post("/v1/biz/fragile/start?wait");
            // Then
            assertThat(again.get("/fragile/").statusCode()).isEqualTo(204);
            assertThat(again.admin().json("/v1/base").path("downBiz").asInt()).isZero();
        }
    }

    private Path fragile(Path lock) {
        return BizJar.named("fragile")
                .starterWebmvc()
                .source(FRAGILE.formatted(lock))
                .stock(directory);
    }

    /** Newest first. */
    private static List<String> operations(BaseProcess base) {
        return base.admin()
                .json("/v1/operations")
                .get("operations")
                .valueStream()
                .map(operation -> operation.get("name").asString() + " "
                        + operation.get("status").asString())
                .toList();
    }

    @Test
    void stopEndsInTimeAndKeepsWhatIsInstalled() {
        // Given
        try (BaseProcess base = BaseProcess.defaultBase(home)) {
            base.admin().install(Programs.biz("greeting", directory));
            long begun = System.nanoTime();
            // When
            base.process().terminate();
            base.process().awaitExit();
            // Then
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
            assertThat(base.process().output()).doesNotContain(" WARN ", " ERROR ", "Exception");
            assertThat(home.resolve("base.json")).doesNotExist();
            assertThat(leftovers()).isEmpty();
        }
        try (BaseProcess again = BaseProcess.defaultBase(home)) {
            assertThat(again.get("/greeting/hello").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void secondBaseOnTheHomeIsRefused() {
        // Given
        try (BaseProcess first = BaseProcess.defaultBase(home);
                // When
                JvmProcess second =
                        BaseProcess.begin(home, List.of("-jar", BuiltJars.exec().toString()))) {
            int exitCode = second.awaitExit();
            // Then
            assertThat(exitCode).isEqualTo(1);
            assertThat(second.output())
                    .contains("Description:\n\nAnother base uses this home (HOME_IN_USE)\n")
                    .contains("Action:\n\nStop that base")
                    .doesNotContain("\tat ");
            assertThat(first.admin().get("/v1/base").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void killInTheMiddleOfAnInstallLeavesNothing() throws IOException {
        // Given
        Path slow = BizJar.named("slow").source(SLOW).stock(directory);
        try (BaseProcess base = BaseProcess.defaultBase(home)) {
            int accepted = base.admin().beginInstall(slow).statusCode();
            base.process().await("start of the biz", () -> base.admin().names().contains("slow"));
            assertThat(accepted).isEqualTo(202);
            assertThat(leftovers()).isNotEmpty();
            // When
            base.process().kill();
        }
        // Then
        try (BaseProcess again = BaseProcess.defaultBase(home)) {
            assertThat(again.admin().names()).isEmpty();
            assertThat(leftovers()).isEmpty();
            assertInterrupted(again);
        }
    }

    private static void assertInterrupted(BaseProcess base) {
        JsonNode operation =
                base.admin().json("/v1/operations").get("operations").get(0);
        assertThat(operation.get("status").asString()).isEqualTo("failed");
        assertThat(operation.get("name").asString()).isEqualTo("slow");
        assertThat(operation.get("problem").get("code").asString()).isEqualTo("OPERATION_INTERRUPTED");
        assertThat(operation.get("problem").get("message").asString())
                .isEqualTo("The base ended while the install of 'slow:1.0.0' ran");
    }

    /** What lies in the work folder, apart from the libraries of Berth, which stay for the next start. */
    private List<Path> leftovers() {
        Path work = home.resolve("work");
        try (Stream<Path> files = Files.walk(work)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(work.resolve("runtime")))
                    .map(work::relativize)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
