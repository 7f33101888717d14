package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.api.spi.DynamicInvoker;
import dev.berth.api.spi.ProviderGoneException;
import dev.berth.contracts.Held;
import dev.berth.contracts.PriceService;
import dev.berth.testing.Eventually;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stubs that stay where they should not pin neither who provides nor who consumes.
 *
 * <p>{@code -Dberth-test.spi-cycles=1000} says how many cycles of both are made; 20 in CI.
 */
class SpiLoadersIT {

    private static final int CYCLES = Integer.getInteger("berth-test.spi-cycles", 20);

    private static final String CONSUMER =
            """
            package com.example.consumer;
            import dev.berth.api.spi.*;
            import dev.berth.contracts.*;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.SpringBootConfiguration;
            import org.springframework.context.annotation.Bean;
            @SpringBootConfiguration(proxyBeanMethods = false)
            public class Main {
                public static void main(String[] args) {
                    SpringApplication.run(Main.class, args);
                }
                @Bean
                Object user(@DynamicInject(pattern = "drf") PriceService service, DynamicInvoker<PriceService> invoker)
                        throws Exception {
                    Held.stub = service;
                    Held.invoker = invoker;
                    Held.found = invoker.getService("drf");
                    return service.price("tea").maker() + invoker.getService("drf").price("tea").maker();
                }
            }
            """;

    @TempDir
    Path directory;

    @AfterEach
    void letGo() {
        Held.stub = null;
        Held.invoker = null;
        Held.found = null;
    }

    @Test
    void stubsInStaticFieldsOfTheBasePinNothing() {
        try (RunningBase base = SpiBase.start(directory.resolve("home"))) {
            // Given
            WeakReference<ClassLoader> provider = install(base, "site-a", provider());
            WeakReference<ClassLoader> consumer = install(base, "consumer", consumer());
            PriceService stub = Held.stub;
            DynamicInvoker<PriceService> invoker = Held.invoker;
            assertThat(stub).isNotNull();
            // When
            base.uninstall("consumer");
            base.uninstall("site-a");
            // Then
            assertThat(Eventually.collected(consumer)).isTrue();
            assertThat(Eventually.collected(provider)).isTrue();
            assertThatExceptionOfType(ProviderGoneException.class).isThrownBy(() -> stub.price("tea"));
            assertThatExceptionOfType(ProviderGoneException.class).isThrownBy(() -> invoker.getService("drf"));
            // And the stubs work again when the provider is back
            install(base, "site-a", provider());
            assertThat(invoker.getService("drf").label()).isEqualTo("label of the interface");
        }
    }

    @Test
    void cyclesOfProviderAndConsumerLeaveNoLoader() {
        try (RunningBase base = SpiBase.start(directory.resolve("home"))) {
            // Given
            List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
            // When
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                loaders.add(install(base, "site-a", provider()));
                loaders.add(install(base, "consumer", consumer()));
                assertThat(base.uninstall("site-a").problem()).isEmpty();
                assertThat(base.uninstall("consumer").problem()).isEmpty();
            }
            // Then
            assertThat(Eventually.holds(() -> {
                        System.gc();
                        return loaders.stream().allMatch(loader -> loader.refersTo(null));
                    }))
                    .isTrue();
            assertThat(loaders).hasSize(2 * CYCLES);
            assertThat(base.control().spis())
                    .filteredOn(spi -> spi.code().equals("pricing"))
                    .singleElement()
                    .satisfies(spi -> assertThat(spi.consumers())
                            .allMatch(consumer -> consumer.biz().isEmpty()));
        }
    }

    private Path provider() {
        return SpiBiz.provider(directory, "site-a", "1", "id = \"drf\"");
    }

    private Path consumer() {
        return SpiBiz.once(directory, "consumer", "1", CONSUMER);
    }

    private static WeakReference<ClassLoader> install(RunningBase base, String name, Path jar) {
        assertThat(base.install(jar).problem()).isEmpty();
        return new WeakReference<>(base.loader(name));
    }
}
