package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.api.BizScope;
import dev.berth.testing.BizJar;
import dev.berth.testing.Eventually;
import dev.berth.testing.LogLines;
import dev.berth.testing.Threads;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wherever a biz's code runs, the context loader is the biz's; the base's threads have the base's again afterwards. */
class ContextLoaderIT {

    private static final String SOURCE =
            """
            package com.example.places;
            import jakarta.annotation.*;
            import jakarta.servlet.*;
            import jakarta.servlet.http.*;
            import org.slf4j.*;
            import org.springframework.boot.*;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.boot.context.event.*;
            import org.springframework.boot.web.servlet.*;
            import org.springframework.context.annotation.*;
            import org.springframework.context.event.*;
            import org.springframework.scheduling.annotation.*;
            import org.springframework.stereotype.Component;
            import org.springframework.web.bind.annotation.*;
            import org.springframework.web.context.request.async.DeferredResult;
            @SpringBootApplication
            @EnableAsync
            @EnableScheduling
            public class Places {
                private static final Logger logger = LoggerFactory.getLogger("places");
                static void seen(String place) {
                    boolean own = Thread.currentThread().getContextClassLoader() == Places.class.getClassLoader();
                    logger.info("{} {}", place, own);
                }
                public static void main(String[] args) {
                    seen("main");
                    SpringApplication.run(Places.class, args);
                }
                @PostConstruct
                void made() {
                    seen("post-construct");
                }
                @PreDestroy
                void destroyed() {
                    seen("pre-destroy");
                }
                @EventListener(ApplicationReadyEvent.class)
                void ready() {
                    seen("event-ready");
                }
                @EventListener(ContextClosedEvent.class)
                void closed() {
                    seen("event-closed");
                }
                @Scheduled(fixedRate = 1000)
                void scheduled() {
                    seen("scheduled");
                }
                @Bean
                CommandLineRunner runner() {
                    return arguments -> seen("runner");
                }
                @Bean
                Filter filter() {
                    return (request, response, chain) -> {
                        seen("filter");
                        chain.doFilter(request, response);
                    };
                }
                @Bean
                ServletRegistrationBean<HttpServlet> servlet() {
                    return new ServletRegistrationBean<>(new HttpServlet() {
                        @Override
                        public void init() {
                            seen("servlet-init");
                        }
                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
                            seen("servlet");
                        }
                        @Override
                        public void destroy() {
                            seen("servlet-destroy");
                        }
                    }, "/servlet");
                }
                @Bean
                ServletListenerRegistrationBean<HttpSessionListener> sessions() {
                    return new ServletListenerRegistrationBean<>(new HttpSessionListener() {
                        @Override
                        public void sessionCreated(HttpSessionEvent event) {
                            seen("session-created");
                        }
                        @Override
                        public void sessionDestroyed(HttpSessionEvent event) {
                            seen("session-destroyed");
                        }
                    });
                }
                @Component
                static class Background {
                    @Async
                    public void run(DeferredResult<String> result) {
                        seen("async");
                        result.setResult("done");
                    }
                }
                @RestController
                static class Web {
                    private final Background background;
                    Web(Background background) {
                        this.background = background;
                    }
                    @GetMapping("/controller")
                    DeferredResult<String> controller(HttpSession session) {
                        seen("controller");
                        DeferredResult<String> result = new DeferredResult<>();
                        background.run(result);
                        return result;
                    }
                }
            }
            """;

    private static final List<String> WHILE_IT_RUNS = List.of(
            "main",
            "post-construct",
            "event-ready",
            "runner",
            "scheduled",
            "filter",
            "servlet-init",
            "servlet",
            "session-created",
            "controller",
            "async");
    private static final List<String> AT_THE_END =
            List.of("event-closed", "pre-destroy", "servlet-destroy", "session-destroyed");

    private final RunningBase base = RunningBase.shared();

    @AfterEach
    void uninstallAll() {
        base.uninstallAll();
    }

    @Test
    void runWhenCodeIsOfTheBizHasItsLoader(@TempDir Path directory) {
        // Given
        Path jar = BizJar.named("places").starterWebmvc().source(SOURCE).stock(directory);
        try (LogLines lines = LogLines.capture()) {
            // When
            assertThat(base.install(jar).problem()).isEmpty();
            assertThat(base.get("/places/servlet").statusCode()).isEqualTo(200);
            assertThat(base.get("/places/controller").body()).isEqualTo("done");
            boolean calmed =
                    Eventually.holds(() -> threadsOfTheBaseWithALoaderOfABiz().isEmpty());
            boolean ticked = lines.saw("scheduled true");
            base.uninstall("places");
            // Then
            assertThat(ticked).isTrue();
            assertThat(calmed).isTrue();
            assertThat(lines.messages())
                    .containsAll(Stream.concat(WHILE_IT_RUNS.stream(), AT_THE_END.stream())
                            .map(place -> place + " true")
                            .toList())
                    .noneMatch(message -> message.endsWith(" false"));
            assertThat(threadsOfTheBaseWithALoaderOfABiz()).isEmpty();
        }
    }

    private static List<Thread> threadsOfTheBaseWithALoaderOfABiz() {
        return Stream.of("http-nio-", "berth-", "Catalina-", "main")
                .flatMap(prefix -> Threads.named(prefix).stream())
                .filter(thread -> thread.getContextClassLoader() instanceof BizScope)
                .toList();
    }
}
