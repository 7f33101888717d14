package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.control.InstallRequest;
import dev.berth.control.Operation;
import dev.berth.control.Problem;
import dev.berth.error.ErrorCode;
import dev.berth.testing.BizJar;
import dev.berth.testing.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A biz that hangs in its start and heeds no interrupt: the base goes on, and nothing of the biz comes up later. */
class GivenUpStartIT {

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
                public static void main(String[] args) {
                    hold("main");
                    SpringApplication.run(Stuck.class, args);
                }
                static void hold(String place) {
                    long end = System.nanoTime() + 60_000_000_000L;
                    while (place.equals(System.getProperty("stuck.at")) && System.nanoTime() < end) {
                        try {
                            Thread.sleep(20);
                        } catch (InterruptedException ignored) {
                        }
                    }
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
            }
            """;

    private final RunningBase base = RunningBase.shared();

    @TempDir
    private Path directory;

    private Path jar;

    @BeforeEach
    void build() throws Exception {
        jar = BizJar.named("stuck").source(SOURCE).starterWebmvc().stock(directory);
    }

    @AfterEach
    void letGo() {
        System.clearProperty(HOLD);
        base.uninstallAll();
    }

    @Test
    void installWhenFilterHangsEndsAndLeavesNothing() {
        assertEndsAndLeavesNothing("filter");
    }

    @Test
    void installWhenServletHangsEndsAndLeavesNothing() {
        assertEndsAndLeavesNothing("servlet");
    }

    @Test
    void installWhenMainHangsEndsAndNothingComesUpLater() {
        assertEndsAndLeavesNothing("main");
    }

    private void assertEndsAndLeavesNothing(String place) {
        // Given
        System.setProperty(HOLD, place);
        long begin = System.nanoTime();
        // When
        Operation operation = base.install(
                jar,
                artifact -> new InstallRequest(
                        artifact,
                        Optional.of("stuck-1.0.0.jar"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Duration.ofSeconds(3))));
        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(40));
        assertThat(operation.problem()).get().extracting(Problem::code).isEqualTo(ErrorCode.BIZ_START_TIMEOUT);
        assertThat(base.registry().revisions()).isEmpty();
        // When
        System.clearProperty(HOLD);
        // Then
        assertThat(Eventually.holds(() -> threads() == 0)).isTrue();
        assertThat(base.server().contextPaths()).isEmpty();
        assertThat(base.install(jar).problem()).isEmpty();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("biz-stuck"))
                .count();
    }
}
