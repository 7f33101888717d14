package dev.berth.beans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.api.ExportBean;
import dev.berth.beans.contract.CallCount;
import dev.berth.bootstrap.OwnBase;
import dev.berth.bootstrap.RunningBase;
import dev.berth.testing.BizJar;
import dev.berth.testing.Eventually;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** An aspect that the base exports is applied to the beans of a biz. */
class AspectIT {

    private static final String SOURCE =
            """
            package com.example;
            import dev.berth.beans.contract.Counted;
            import org.springframework.stereotype.Component;
            @Component
            public class Till implements Runnable {
                @Counted
                @Override
                public void run() {}
                public void notCounted() {}
            }
            """;

    @RegisterExtension
    static final OwnBase OWN = OwnBase.of(AspectBase.class, "--berth.export.packages=dev.berth.beans.contract");

    @TempDir
    private static Path directory;

    private final RunningBase base = OWN.base();

    @Test
    void callWhenBaseExportsAnAspectIsAdvised() {
        // Given
        assertThat(base.install(biz().stock(directory)).problem()).isEmpty();
        ConfigurableApplicationContext context = BizContext.of(base, "till");
        CallCount aspect = base.context().getBean(CallCount.class);
        int before = aspect.calls();
        // When
        ((Runnable) context.getBean("till")).run();
        // Then
        assertThat(aspect.calls()).isEqualTo(before + 1);
        assertThat(context.getBean("callCount")).isSameAs(aspect);
        assertThat(AopUtils.isAopProxy(context.getBean("callCount"))).isFalse();
    }

    @Test
    void callWhenBizLeavesTheAspectOutIsNotAdvised() {
        // Given
        Path jar = biz().resource("application.yaml", "berth.import.exclude: callCount")
                .stock(directory);
        assertThat(base.install(jar).problem()).isEmpty();
        int before = base.context().getBean(CallCount.class).calls();
        // When
        ((Runnable) BizContext.of(base, "till").getBean("till")).run();
        // Then
        assertThat(base.context().getBean(CallCount.class).calls()).isEqualTo(before);
    }

    @Test
    void uninstallWhenAspectWasAppliedFreesTheLoader() {
        // Given
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            assertThat(base.install(biz().stock(directory)).problem()).isEmpty();
            ((Runnable) BizContext.of(base, "till").getBean("till")).run();
            loaders.add(new WeakReference<>(base.loader("till")));
            // When
            base.uninstall("till");
        }
        // Then
        assertThat(loaders).allMatch(Eventually::collected);
    }

    private static BizJar biz() {
        return BizContext.named("till").library("aspectjweaver").source(SOURCE);
    }

    /** A base with an aspect. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
    static class AspectBase {

        @ExportBean
        @Bean
        CallCount callCount() {
            return new CallCount();
        }
    }
}
