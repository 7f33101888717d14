package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.berth.testing.BizJar;
import dev.berth.testing.LogLines;
import dev.berth.testing.Threads;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of a biz expire in the background of the base's server; the biz has no thread for it. */
class SessionExpiryIT {

    private static final String SOURCE =
            """
            package com.example.visits;
            import jakarta.servlet.http.*;
            import org.apache.catalina.session.ManagerBase;
            import org.slf4j.*;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.boot.tomcat.TomcatContextCustomizer;
            import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
            import org.springframework.context.annotation.Bean;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @RestController
            public class Visits {
                private static final Logger logger = LoggerFactory.getLogger("visits");
                public static void main(String[] args) {
                    SpringApplication.run(Visits.class, args);
                }
                @GetMapping("/visit")
                String visit(HttpSession session) {
                    session.setMaxInactiveInterval(1);
                    return session.getId();
                }
                @Bean
                ServletListenerRegistrationBean<HttpSessionListener> ends() {
                    return new ServletListenerRegistrationBean<>(new HttpSessionListener() {
                        @Override
                        public void sessionDestroyed(HttpSessionEvent event) {
                            logger.info("session expired");
                        }
                    });
                }
                @Bean
                TomcatContextCustomizer checksOften() {
                    return context -> {
                        org.apache.catalina.session.StandardManager manager =
                                new org.apache.catalina.session.StandardManager();
                        manager.setPathname(null);
                        manager.setProcessExpiresFrequency(1);
                        context.setManager(manager);
                    };
                }
            }
            """;

    @Test
    void visitWhenItExpiresIsEndedByTheServerOfTheBase(@TempDir Path directory) {
        // Given
        Path jar = BizJar.named("visits").starterWebmvc().source(SOURCE).stock(directory);
        try (RunningBase base =
                        RunningBase.start(directory.resolve("home"), "--server.tomcat.background-processor-delay=1s");
                LogLines lines = LogLines.capture()) {
            assertThat(base.install(jar).problem()).isEmpty();
            // When
            base.get("/visits/visit");
            boolean expired = lines.saw("session expired");
            List<Thread> threads = Threads.withContextLoader(base.loader("visits"));
            // Then
            assertThat(expired).isTrue();
            assertThat(lines.events())
                    .filteredOn(line -> line.getMessage().equals("session expired"))
                    .extracting(ILoggingEvent::getThreadName)
                    .allMatch(name -> name.startsWith("Catalina-utility-"));
            assertThat(threads).isEmpty();
        }
    }
}
