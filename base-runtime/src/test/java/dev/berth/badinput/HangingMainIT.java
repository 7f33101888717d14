package dev.berth.badinput;

import static dev.berth.badinput.BadInputPage.assertTold;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.BizJar;
import dev.berth.testing.Eventually;
import dev.berth.testing.Threads;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A biz that hangs in its start: it is gone after the deadline, or told as held for as long as its thread lives. */
class HangingMainIT {

    private static final String HOLD = "stuck.at";

    private static final String SOURCE =
            """
            package com.example.stuck;
            import jakarta.servlet.*;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.boot.web.servlet.ServletRegistrationBean;
            import org.springframework.context.annotation.Bean;
            @SpringBootApplication
            public class Stuck {
                public static void main(String[] args) throws InterruptedException {
                    if (at("latch") || twice()) {
                        new java.util.concurrent.CountDownLatch(1).await();
                    }
                    hold("main");
                    SpringApplication.run(Stuck.class, args);
                }
                static boolean at(String place) {
                    return place.equals(System.getProperty("stuck.at"));
                }
                static void hold(String place) {
                    while (at(place)) pause();
                }
                static void pause() {
                    try { Thread.sleep(20); } catch (InterruptedException ignored) {}
                }
                @Bean
                Filter filter() {
                    return new Filter() {
                        @Override
                        public void init(FilterConfig configuration) {
                            hold("filter");
                        }
                        @Override
                        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) {
                        }
                    };
                }
                @Bean
                ServletRegistrationBean<Servlet> servlet() {
                    ServletRegistrationBean<Servlet> registration = new ServletRegistrationBean<>(new GenericServlet() {
                        @Override
                        public void init() {
                            hold("servlet");
                        }
                        @Override
                        public void service(ServletRequest request, ServletResponse response) {
                        }
                    }, "/slow");
                    registration.setLoadOnStartup(1);
                    return registration;
                }
                static boolean twice() {
                    try {
                        Thread.sleep(at("twice") ? 60_000 : 0);
                        return false;
                    } catch (InterruptedException first) {
                        return true;
                    }
                }
            }
            """;

    @RegisterExtension
    private final HarmCheck base = new HarmCheck();

    @TempDir
    private Path directory;

    @AfterEach
    void letGo() {
        System.clearProperty(HOLD);
    }

    @Test
    void mainThatCanBeInterruptedVanishes() {
        // Given
        System.setProperty(HOLD, "latch");
        // When
        Answer answer = base.admin().install(jar(), "&startDeadline=500ms");
        // Then
        assertTold(BadInput.MAIN_HANGS, answer);
        assertThat(base.admin().get("/v1/biz").path("biz")).noneMatch(HangingMainIT::isStuck);
        assertThat(Threads.named("biz-")).isEmpty();
    }

    @Test
    void mainThatIgnoresItsInterruptIsToldAsHeld() {
        // Given
        System.setProperty(HOLD, "main");
        // When
        Answer answer = base.admin().install(jar(), "&startDeadline=500ms");
        // Then
        assertTold(BadInput.MAIN_IGNORES_INTERRUPT, answer);
        JsonNode revision = base.admin().get("/v1/biz/stuck").path("revisions").path(0);
        assertThat(revision.path("state").asString()).isEqualTo("HELD");
        assertThat(revision.path("stateDetail").asString())
                .startsWith("Thread 'biz-" + revision.path("revision").asString() + "-main' ignores its interrupt")
                .contains("at com.example.stuck.Stuck.main(");
    }

    /** The cleaners give the second one; what keeps the loader until then must hear of the end. */
    @Test
    void mainThatHeedsTheSecondInterruptVanishes() {
        // Given
        System.setProperty(HOLD, "twice");
        // When
        Answer answer = base.admin().install(jar(), "&startDeadline=500ms");
        // Then
        assertThat(answer.code()).isEqualTo("BIZ_START_TIMEOUT");
        assertThat(Eventually.holds(() ->
                        base.admin().get("/v1/biz").path("biz").valueStream().noneMatch(HangingMainIT::isStuck)))
                .isTrue();
        assertThat(Threads.named("biz-")).isEmpty();
    }

    @Test
    void heldRevisionIsForgottenWhenItsThreadEnds() {
        // Given
        System.setProperty(HOLD, "main");
        base.admin().install(jar(), "&startDeadline=500ms");
        // When
        letGo();
        // Then
        assertThat(Eventually.holds(() ->
                        base.admin().get("/v1/biz").path("biz").valueStream().noneMatch(HangingMainIT::isStuck)))
                .isTrue();
    }

    @Test
    void installIsRefusedWhileTooManyAreHeldUnlessForced() {
        // Given
        System.setProperty(HOLD, "main");
        base.admin().install(jar(), "&startDeadline=500ms");
        Path good = Neighbour.jar("shop", directory);
        // When
        Answer refused = base.admin().install(good);
        Answer forced = base.admin().install(good, "&force");
        // Then
        assertTold(BadInput.LEAK_BUDGET, refused);
        assertThat(forced.status()).isEqualTo(201);
        assertThat(HarmCheck.base().get("/shop/hello").body()).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"filter", "servlet"})
    void hangInTheWebServerEndsTooAndNothingComesUpLater(String place) {
        // Given
        System.setProperty(HOLD, place);
        // When
        Answer answer = base.admin().install(jar(), "&startDeadline=3s");
        // Then
        assertThat(answer.code()).isEqualTo("BIZ_START_TIMEOUT");
        assertThat(HarmCheck.base().get("/stuck/slow").statusCode()).isEqualTo(404);
        // When
        letGo();
        // Then
        assertThat(Eventually.holds(() -> Threads.named("biz-").isEmpty())).isTrue();
        assertThat(HarmCheck.base().server().contextPaths()).containsExactly("/neighbour");
    }

    private Path jar() {
        return BizJar.named("stuck").source(SOURCE).starterWebmvc().slim(directory);
    }

    private static boolean isStuck(JsonNode biz) {
        return biz.path("name").asString().equals("stuck");
    }
}
