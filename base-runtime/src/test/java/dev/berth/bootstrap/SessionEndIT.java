package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizName;
import dev.berth.control.Operation;
import dev.berth.testing.BizJar;
import dev.berth.testing.Browser;
import dev.berth.testing.Eventually;
import dev.berth.testing.LogLines;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that several revisions know ends once: by its own time in the active one, or with the base. */
class SessionEndIT {

    private static final BizName NAME = new BizName("stays");

    private static final String SOURCE =
            """
            package com.example.stays;
            import jakarta.servlet.http.*;
            import org.slf4j.*;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
            import org.springframework.context.annotation.Bean;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @RestController
            public class Stays {
                private static final Logger logger = LoggerFactory.getLogger("stays");
                public static void main(String[] args) {
                    SpringApplication.run(Stays.class, args);
                }
                @GetMapping("/stay")
                String stay(HttpSession session) {
                    session.setAttribute("guest", new StringBuffer("ann"));
                    return "%1$s";
                }
                @GetMapping("/shorten")
                String shorten(HttpSession session) {
                    session.setMaxInactiveInterval(1);
                    return "%1$s " + session.getAttribute("guest");
                }
                @Bean
                ServletListenerRegistrationBean<HttpSessionListener> ends() {
                    return new ServletListenerRegistrationBean<>(new HttpSessionListener() {
                        @Override
                        public void sessionDestroyed(HttpSessionEvent event) {
                            logger.info("%1$s ends the stay of " + event.getSession().getAttribute("guest"));
                        }
                    });
                }
            }
            """;

    @TempDir
    private static Path directory;

    private static TwoVersions jars;

    @TempDir
    private Path home;

    private RunningBase base;
    private Browser browser;

    @BeforeAll
    static void build() {
        jars = TwoVersions.of("stays", SOURCE, directory, BizJar::starterWebmvc);
    }

    @BeforeEach
    void replace() {
        base = RunningBase.start(home, "--server.tomcat.background-processor-delay=1s");
        browser = new Browser(base.uri("/stays"));
        succeed(base.install(jars.first()));
        browser.get("/stay");
        succeed(base.install(jars.second()));
    }

    @AfterEach
    void stop() {
        base.close();
    }

    @Test
    void expiryAfterAReplaceIsToldOnceAndToTheActiveRevision() {
        try (LogLines lines = LogLines.capture()) {
            // Given
            String shortened = browser.get("/shorten").body();
            // When
            boolean ended = Eventually.holds(() -> base.server().sessions().count(NAME) == 0);
            // Then
            assertThat(shortened).isEqualTo("V2 ann");
            assertThat(ended).isTrue();
            assertThat(ends(lines)).containsExactly("V2 ends the stay of ann");
            assertThat(browser.get("/shorten").body()).isEqualTo("V2 null");
        }
    }

    @Test
    void expiryAfterARollbackIsToldOnceAndToTheActiveRevision() {
        try (LogLines lines = LogLines.capture()) {
            // Given
            succeed(base.await(base.control().rollback(NAME)));
            String shortened = browser.get("/shorten").body();
            // When
            boolean ended = Eventually.holds(() -> base.server().sessions().count(NAME) == 0);
            // Then
            assertThat(shortened).isEqualTo("V1 ann");
            assertThat(ended).isTrue();
            assertThat(ends(lines)).containsExactly("V1 ends the stay of ann");
        }
    }

    @Test
    void stopOfTheBaseEndsSessionsOnce() {
        try (LogLines lines = LogLines.capture()) {
            // When
            base.close();
            // Then
            assertThat(ends(lines)).containsExactly("V2 ends the stay of ann");
            assertThat(base.server().sessions().count(NAME)).isZero();
        }
    }

    private static List<String> ends(LogLines lines) {
        return lines.messages().stream()
                .filter(message -> message.contains(" ends the stay of "))
                .toList();
    }

    private static void succeed(Operation operation) {
        assertThat(operation.problem()).isEmpty();
    }
}
