package dev.berth.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.bootstrap.RunningBase;
import dev.berth.control.InstallRequest;
import dev.berth.control.Strategy;
import dev.berth.error.BerthException;
import dev.berth.lifecycle.Revision;
import dev.berth.testing.BizJar;
import jakarta.servlet.Servlet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.catalina.core.StandardWrapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;

/** What has been done for a revision before the pointer moves to it. */
class BeforeSwapIT {

    private static final BizName NAME = new BizName("eager");

    private static final String SOURCE =
            """
            package com.example.eager;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @RestController
            public class Eager {
                public static void main(String[] args) {
                    SpringApplication.run(Eager.class, args);
                }
                @GetMapping("/hello")
                String hello() {
                    return "hello";
                }
            }
            """;

    private final RunningBase base = RunningBase.shared();

    @TempDir
    Path directory;

    @AfterEach
    void uninstallAll() {
        base.uninstallAll();
    }

    @Test
    void dispatcherIsInitialisedBeforeTheSwapAndNotByTheFirstRequestAfterIt() {
        // Given
        install("1", Strategy.REPLACE);
        install("2", Strategy.SIDE_BY_SIDE);
        Revision next = revision("2");
        Servlet before = dispatcher(next).getServlet();
        List<HandlerMapping> mappings = ((DispatcherServlet) before).getHandlerMappings();
        // When
        base.await(base.control().switchTo(NAME, new BizVersion("2")));
        int status = base.get("/eager/hello").statusCode();
        // Then
        assertThat(next.active()).isTrue();
        assertThat(status).isEqualTo(200);
        assertThat(mappings).isNotEmpty();
        assertThat(dispatcher(next).getServlet()).isSameAs(before);
        assertThat(((DispatcherServlet) before).getHandlerMappings()).isEqualTo(mappings);
    }

    @Test
    void warmUpCallForWhichNoTimeIsLeftTellsThatTheStartDeadlineIsUsedUp() {
        // Given
        install("1", Strategy.REPLACE);
        Revision revision = revision("1");
        RevisionContext context = base.server().contexts().of(revision).orElseThrow();
        WarmUp warmUp = new WarmUp(revision, new WarmUpCall("/hello", Optional.empty()));
        // When / Then
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> warmUp.run(base.server(), context, Duration.ZERO))
                .withMessage("Biz 'eager:1' is not ready: its start deadline of 60.0 s was used up before warm-up call"
                        + " '/hello' was made");
    }

    private StandardWrapper dispatcher(Revision revision) {
        RevisionContext context = base.server().contexts().of(revision).orElseThrow();
        return (StandardWrapper) context.findChild("dispatcherServlet");
    }

    private Revision revision(String version) {
        return base.registry().running(new BizId(NAME, new BizVersion(version))).orElseThrow();
    }

    private void install(String version, Strategy strategy) {
        Path jar = BizJar.named(NAME.value())
                .version(version)
                .starterWebmvc()
                .source(SOURCE)
                .slim(directory);
        assertThat(base.install(
                                jar,
                                artifact -> new InstallRequest(
                                        artifact,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        strategy,
                                        false))
                        .problem())
                .isEmpty();
    }
}
