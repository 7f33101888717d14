package dev.berth.beans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.api.ExportBean;
import dev.berth.beans.contract.Prices;
import dev.berth.beans.contract.Repo;
import dev.berth.bootstrap.OwnBase;
import dev.berth.bootstrap.RunningBase;
import dev.berth.testing.Eventually;
import dev.berth.testing.LiveObjects;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;

/** A biz uses the bean of the base as it is: it neither processes, starts, informs nor ends it, and leaves nothing in it. */
class UntouchedIT {

    private static final String SOURCE =
            """
            package com.example;
            import dev.berth.beans.contract.*;
            import java.util.*;
            import org.springframework.beans.factory.ObjectProvider;
            import org.springframework.beans.factory.annotation.Autowired;
            import org.springframework.beans.factory.config.BeanPostProcessor;
            import org.springframework.context.annotation.*;
            @Configuration
            public class Till {
                public static class Seen implements BeanPostProcessor {
                    public final List<String> names = new ArrayList<>();
                    @Override
                    public Object postProcessBeforeInitialization(Object bean, String name) {
                        names.add(name);
                        return bean;
                    }
                }
                static class Sale {}
                static class Sales implements Repo<Sale> {
                    @Override
                    public Sale one() {
                        return new Sale();
                    }
                }
                @Bean static Seen seen() {
                    return new Seen();
                }
                @Bean Repo<Sale> sales() {
                    return new Sales();
                }
                @Bean String all(
                        Prices prices, List<Prices> list, Map<String, Repo<?>> repos, ObjectProvider<Prices> provider,
                        Repo<Sale> sales, Repo<String> words, @Lazy Prices lazy, Runnable task) {
                    provider.getObject();
                    lazy.list();
                    return prices.list() + list + repos + sales + words;
                }
            }
            """;

    @RegisterExtension
    static final OwnBase OWN = OwnBase.of(WatchedBase.class, "--berth.export.packages=dev.berth.beans.contract");

    @TempDir
    private static Path directory;

    private final RunningBase base = OWN.base();

    @Test
    void startDoesNotProcessInitialiseStartOrInformTheBean() {
        // Given
        Watched watched = base.context().getBean(Watched.class);
        List<String> before = List.copyOf(watched.calls);
        // When
        install();
        // Then
        ConfigurableApplicationContext context = BizContext.of(base, "till");
        @SuppressWarnings("unchecked")
        List<String> seen = (List<String>) BizContext.field(context.getBean("seen"), "names");
        assertThat(context.getBean("watched")).isSameAs(watched);
        assertThat(seen).contains("all", "sales").doesNotContain("watched", "words");
        assertThat(watched.calls).isEqualTo(before);
    }

    @Test
    void uninstallDoesNotEndTheBean() {
        // Given
        Watched watched = base.context().getBean(Watched.class);
        List<String> before = List.copyOf(watched.calls);
        install();
        // When
        base.uninstall("till");
        // Then
        assertThat(watched.calls).isEqualTo(before).doesNotContain("stop", "destroy");
        assertThat(watched.isRunning()).isTrue();
    }

    @Test
    void uninstallWhenExportsWereInjectedFreesTheLoader() {
        // Given
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            install();
            loaders.add(new WeakReference<>(base.loader("till")));
            // When
            base.uninstall("till");
        }
        // Then
        assertThat(loaders).allMatch(Eventually::collected);
    }

    @Test
    void startWhenItFailsForLackOfABeanFreesTheLoader() {
        // Given
        Path jar = BizContext.named("failing")
                .source("package com.example;\n@org.springframework.stereotype.Component\npublic class Needs {"
                        + " Needs(dev.berth.beans.contract.Prices prices, java.util.Formatter none) {} }")
                .stock(directory);
        // When
        assertThat(base.install(jar).problem()).isPresent();
        // Then
        assertThat(Eventually.holds(() -> loaders() == 0)).isTrue();
    }

    private static long loaders() {
        return LiveObjects.count("dev.berth.ark.RevisionClassLoader");
    }

    private void install() {
        assertThat(base.install(BizContext.named("till").source(SOURCE).stock(directory))
                        .problem())
                .isEmpty();
    }

    /** A base whose bean remembers what is done to it. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
    static class WatchedBase {

        @ExportBean
        @Bean
        Watched watched() {
            return new Watched();
        }

        @ExportBean
        @Bean
        Repo<String> words() {
            return () -> "word";
        }
    }

    /** Remembers what is done to it. */
    static final class Watched
            implements Prices,
                    Runnable,
                    SmartLifecycle,
                    InitializingBean,
                    DisposableBean,
                    ApplicationListener<ApplicationEvent> {

        private final List<String> calls = new ArrayList<>();
        private boolean running;

        @Override
        public String list() {
            return "watched";
        }

        @Override
        public void run() {}

        @Override
        public void afterPropertiesSet() {
            calls.add("init");
        }

        @Override
        public void start() {
            calls.add("start");
            running = true;
        }

        @Override
        public void stop() {
            calls.add("stop");
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public void onApplicationEvent(ApplicationEvent event) {
            calls.add(event.getClass().getSimpleName());
        }

        @EventListener
        void on(ApplicationEvent event) {
            calls.add("method " + event.getClass().getSimpleName());
        }

        @Override
        public void destroy() {
            calls.add("destroy");
        }
    }
}
