package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizName;
import dev.berth.control.BizView;
import dev.berth.control.LinkageView;
import dev.berth.control.Operation;
import dev.berth.error.ErrorCode;
import dev.berth.testing.BizJar;
import dev.berth.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A biz that shall be in service and is not is shown with the reason, and its path says so. */
class DownBizIT {

    private static final BizName SHOP = new BizName("shop");
    private static final String BREAKER = "berth-test.shop-breaker";

    private static final String SOURCE =
            """
            package com.example.fragile;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.SpringBootConfiguration;
            import org.springframework.boot.web.servlet.ServletRegistrationBean;
            import org.springframework.context.annotation.Bean;
            import jakarta.servlet.http.*;
            @SpringBootConfiguration(proxyBeanMethods = false)
            public class Fragile {
                public static void main(String[] args) {
                    if (new java.io.File(System.getProperty("berth-test.shop-breaker")).exists()) {
                        throw new IllegalStateException("The stock is locked");
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

    /** A file and not the property itself: the guard takes a property that changes while a biz runs for the biz's doing. */
    @BeforeEach
    void tellWhatBreaks() {
        System.setProperty(BREAKER, breaker().toString());
    }

    @AfterEach
    void clear() {
        System.clearProperty(BREAKER);
    }

    private Path breaker() {
        return directory.resolve("breaker");
    }

    private void breakIt() {
        try {
            Files.createFile(breaker());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void mend() {
        try {
            Files.delete(breaker());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void baseWhoseBizFailsAtItsStartGoesOnAndTellsWhyAndWhatToDo() {
        // Given
        Path home = directory.resolve("home");
        try (RunningBase base = RunningBase.start(home)) {
            base.install(jar("1"));
            base.install(VersionedBiz.jar(directory, "other", "1"));
        }
        breakIt();
        // When
        try (RunningBase base = RunningBase.start(home)) {
            awaitReady(base);
            // Then
            assertDown(base, ErrorCode.BIZ_START_FAILED, "The stock is locked");
            assertThat(base.get("/other/version").body()).isEqualTo("1");
            // When
            Operation failed = base.await(base.control().start(SHOP));
            // Then
            assertThat(failed.problem()).isPresent();
            assertDown(base, ErrorCode.BIZ_START_FAILED, "The stock is locked");
            // When
            mend();
            Operation started = base.await(base.control().start(SHOP));
            // Then
            assertThat(started.problem()).isEmpty();
            assertUp(base);
        }
    }

    @Test
    void baseThatHasLostAJarTellsThatItHasToBeInstalledAgain() throws IOException {
        // Given
        Path home = directory.resolve("home");
        try (RunningBase base = RunningBase.start(home)) {
            base.install(jar("1"));
        }
        try (Stream<Path> jars = Files.walk(home.resolve("artifacts/sha256"))) {
            for (Path jar : jars.filter(Files::isRegularFile).toList()) {
                Files.delete(jar);
            }
        }
        // When
        try (RunningBase base = RunningBase.start(home)) {
            awaitReady(base);
            BizView view = base.control().biz(SHOP);
            // Then
            assertThat(view.state()).isEqualTo("FAILED");
            assertThat(view.problem().orElseThrow().message())
                    .isEqualTo("The jar of version '1' of biz 'shop' is not in the store");
            // When
            base.install(jar("1"));
            // Then
            assertUp(base);
        }
    }

    @Test
    void stopFirstThatCanNotStartTheOldVersionAgainLeavesABizThatIsDown() {
        // Given
        try (RunningBase base = RunningBase.start(directory.resolve("home"))) {
            base.install(jar("1"));
            Path next = jar("2");
            breakIt();
            // When
            Operation failed = base.installStopFirst(next);
            // Then
            assertThat(failed.problem().orElseThrow().message()).contains("could not be started again");
            assertDown(base, ErrorCode.BIZ_START_FAILED, "could not be started again");
            // When
            LinkageView linkage = base.control().linkage(SHOP);
            // Then
            assertThat(linkage.revision()).isEqualTo("shop:1");
            assertThat(linkage.libraries())
                    .extracting(LinkageView.Entry::decision)
                    .contains("share");
            // When
            mend();
            base.await(base.control().start(SHOP));
            // Then
            assertUp(base);
            assertThat(base.control().linkage(SHOP).revision()).startsWith("shop:1#");
            // When
            base.await(base.control().stop(SHOP));
            Eventually.holds(() -> base.control().biz(SHOP).revisions().stream()
                    .allMatch(revision -> revision.state().equals("STANDBY")));
            // Then
            assertThat(base.control().biz(SHOP).problem()).as("stopped by hand").isEmpty();
            assertThat(base.control().base().downBiz()).isZero();
        }
    }

    private static void assertDown(RunningBase base, ErrorCode code, String reason) {
        BizView view = base.control().biz(SHOP);
        assertThat(view.state()).isEqualTo("FAILED");
        assertThat(view.version()).isEqualTo("1");
        assertThat(view.problem().orElseThrow().code()).isEqualTo(code);
        assertThat(view.problem().orElseThrow().message()).contains(reason);
        assertThat(view.problem().orElseThrow().remedy()).endsWith("bring it up with berth start shop.");
        assertThat(base.control().biz()).extracting(BizView::name).contains(SHOP);
        assertThat(base.control().base().downBiz()).isOne();
        HttpResponse<String> answer = base.get("/shop/items");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body())
                .contains("\"detail\":\"Biz 'shop' is down: it failed to start\"", "berth start shop")
                .doesNotContain(reason);
    }

    private static void assertUp(RunningBase base) {
        BizView view = base.control().biz(SHOP);
        assertThat(view.state()).isEqualTo("ACTIVE");
        assertThat(view.problem()).isEmpty();
        assertThat(base.control().base().downBiz()).isZero();
        assertThat(base.get("/shop/items").statusCode()).isEqualTo(204);
    }

    private static void awaitReady(RunningBase base) {
        assertThat(Eventually.holds(() -> base.control().base().ready())).isTrue();
    }

    private Path jar(String version) {
        Path written = directory.resolve("shop-" + version + "-biz.jar");
        return Files.exists(written)
                ? written
                : BizJar.named("shop")
                        .version(version)
                        .starterWebmvc()
                        .resource("version.txt", version)
                        .source(SOURCE)
                        .slim(directory);
    }
}
