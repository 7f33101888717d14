package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.BizJar;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A biz sees in a request what it would see without a base, and nothing of the base's own. */
class RequestAttributesIT {

    private static final String SOURCE =
            """
            package com.example.attributes;
            import jakarta.servlet.*;
            import jakarta.servlet.http.*;
            import java.io.IOException;
            import java.util.*;
            import java.util.concurrent.ConcurrentLinkedQueue;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.SpringBootConfiguration;
            import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
            import org.springframework.boot.web.servlet.ServletRegistrationBean;
            import org.springframework.context.annotation.Bean;
            @SpringBootConfiguration(proxyBeanMethods = false)
            public class Attributes {
                static final Queue<String> heard = new ConcurrentLinkedQueue<>();
                public static void main(String[] args) {
                    SpringApplication.run(Attributes.class, args);
                }
                @Bean
                ServletListenerRegistrationBean<ServletRequestAttributeListener> listener() {
                    return new ServletListenerRegistrationBean<>(new ServletRequestAttributeListener() {
                        @Override
                        public void attributeAdded(ServletRequestAttributeEvent event) {
                            heard.add(event.getName());
                        }
                    });
                }
                @Bean
                ServletRegistrationBean<HttpServlet> servlet() {
                    ServletRegistrationBean<HttpServlet> bean = new ServletRegistrationBean<>(new HttpServlet() {
                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            if (request.getParameter("async") != null && request.getDispatcherType()
                                    == DispatcherType.REQUEST) {
                                request.startAsync().dispatch();
                                return;
                            }
                            request.setAttribute("own", "yes");
                            response.getWriter().write(new TreeSet<>(Collections.list(request.getAttributeNames()))
                                    + " heard " + new TreeSet<>(heard));
                        }
                    }, "/*");
                    bean.setAsyncSupported(true);
                    return bean;
                }
            }
            """;

    private final RunningBase base = RunningBase.shared();

    @TempDir
    private Path directory;

    @AfterEach
    void uninstall() {
        base.uninstallAll();
    }

    @Test
    void requestHasNoAttributesOfTheBase() {
        // Given
        base.install(BizJar.named("attributes")
                .version("1")
                .starterWebmvc()
                .source(SOURCE)
                .slim(directory));
        // When
        String plain = base.get("/attributes/any").body();
        String dispatched = base.get("/attributes/any?async=yes").body();
        // Then
        assertThat(plain).contains("own", " heard ").doesNotContain("berth");
        assertThat(dispatched).contains("own", "jakarta.servlet.async").doesNotContain("berth");
    }
}
