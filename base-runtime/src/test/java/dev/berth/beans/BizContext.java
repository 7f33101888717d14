package dev.berth.beans;

import dev.berth.biz.BizName;
import dev.berth.bootstrap.RunningBase;
import dev.berth.control.ImportsView;
import dev.berth.testing.BizJar;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;

/** A biz whose context a test looks into: its application is class {@code com.example.App}. */
final class BizContext {

    private static final String APPLICATION =
            """
            package com.example;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.context.ConfigurableApplicationContext;
            @SpringBootApplication
            public class App {
                public static ConfigurableApplicationContext context;
                public static void main(String[] args) {
                    context = SpringApplication.run(App.class, args);
                }
            }
            """;

    private BizContext() {}

    /** Starts a biz without a web part that sees the contracts of the tests. */
    static BizJar named(String name) {
        return BizJar.named(name)
                .starter("spring-boot-starter")
                .compiledAgainst(testClasses())
                .source(APPLICATION);
    }

    private static Path testClasses() {
        try {
            return Path.of(BizContext.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException invalid) {
            throw new IllegalStateException(invalid);
        }
    }

    /** Returns the context of an installed biz. */
    static ConfigurableApplicationContext of(RunningBase base, String name) {
        try {
            return (ConfigurableApplicationContext) base.loader(name)
                    .loadClass("com.example.App")
                    .getField("context")
                    .get(null);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Returns the value of a public field of a bean of the biz. */
    static Object field(Object bean, String name) {
        try {
            return bean.getClass().getField(name).get(bean);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Returns the imports of an installed biz by name. */
    static Map<String, ImportsView.Entry> imports(RunningBase base, String name) {
        return base.control().imports(new BizName(name)).imports().stream()
                .collect(Collectors.toMap(ImportsView.Entry::bean, Function.identity()));
    }
}
