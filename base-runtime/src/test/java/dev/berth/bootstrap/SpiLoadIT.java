package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.api.spi.NoProviderException;
import dev.berth.api.spi.PatternType;
import dev.berth.api.spi.ProviderGoneException;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.contracts.PriceService;
import dev.berth.contracts.Shop;
import dev.berth.control.Operation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Swaps, uninstalls and policies under calls from many threads: none is stale, none is lost, none reaches a wrong provider.
 *
 * <p>{@code -Dberth-test.spi-calls=10000000} says how many calls are made at least; a short run unless set.
 */
class SpiLoadIT {

    private static final long CALLS = Long.getLong("berth-test.spi-calls", 200_000);
    private static final int CALLERS = 4;
    private static final int LEAST_CHANGES = 6;

    /** Two versions that both run are quick to swap, and what is between two SPIs of a swap is short. */
    private static final int LEAST_SWITCHES = 100;

    /** Provides two SPIs, of which one calls the other. */
    private static final String NESTED =
            """
            package com.example.nested;
            import dev.berth.api.*;
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
                @SpiProvider(id = "outer")
                Shop outer(@DynamicInject(pattern = "inner") PriceService inner) {
                    return (how, argument) -> version() + " " + inner.price("tea").maker();
                }
                @Bean
                @SpiProvider(id = "inner")
                PriceService inner() {
                    return new Inner();
                }
                private static String version() {
                    return ((BizScope) Main.class.getClassLoader()).bizIdentity().version();
                }
                static class Inner implements PriceService {
                    @Override
                    public Price price(String article) {
                        return new Price(version(), 1);
                    }
                    @Override
                    public String contextLoader() {
                        return "";
                    }
                }
            }
            """;

    @TempDir
    Path directory;

    private final AtomicLong calls = new AtomicLong();
    private final AtomicInteger atLeast = new AtomicInteger();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private volatile boolean stop;

    /** Whether somebody has provided what is asked for, once. */
    private volatile boolean provided;

    /** Who may answer now; another set whenever that changes. */
    private volatile Set<String> makers = Set.of();

    @Test
    void swapUnderLoadLeadsEveryCallToTheActiveVersion() throws Exception {
        try (RunningBase base = SpiBase.start(directory.resolve("home"))) {
            // Given
            replaceBy(base, 1);
            PriceService stub = SpiBase.desk(base).byParameter;
            List<Thread> callers = callers(() -> {
                int least = atLeast.get();
                String maker = stub.price("tea").maker();
                if (Integer.parseInt(maker.substring("site-a:".length())) < least) {
                    wrong.add(maker + " while version " + least + " was active");
                }
            });
            // When
            int version = 1;
            while (version <= LEAST_CHANGES || calls.get() < CALLS && wrong.isEmpty()) {
                replaceBy(base, ++version);
            }
            end(callers);
            // Then
            assertThat(wrong).isEmpty();
            assertThat(calls.get()).isGreaterThanOrEqualTo(CALLS);
            assertThat(base.revision("site-a").calls().count()).isZero();
            System.out.println("Swaps under load: " + calls + " calls, " + version + " versions");
        }
    }

    @Test
    void swapAndRollbackUnderLoadKeepEachTreeOnOneVersion() throws Exception {
        try (RunningBase base = SpiBase.start(directory.resolve("home"))) {
            // Given
            install(base, nested(1));
            install(base, nested(2));
            Shop outer = SpiBase.desk(base).shops.getService("outer");
            List<Thread> callers = callers(() -> {
                String[] versions = outer.ask("", "").split(" ");
                if (!versions[0].equals(versions[1])) {
                    wrong.add("version " + versions[0] + " called version " + versions[1]);
                }
            });
            // When
            int swaps = 0;
            while (swaps < LEAST_SWITCHES || calls.get() < CALLS && wrong.isEmpty()) {
                BizVersion next = new BizVersion(Integer.toString(1 + swaps++ % 2));
                assertThat(base.await(base.control().switchTo(new BizName("nested"), next))
                                .problem())
                        .isEmpty();
            }
            end(callers);
            // Then
            assertThat(wrong).isEmpty();
            assertThat(calls.get()).isGreaterThanOrEqualTo(CALLS);
            assertThat(base.revision("nested").calls().count()).isZero();
            System.out.println("Trees under load: " + calls + " of two calls, " + swaps + " swaps");
        }
    }

    @Test
    void uninstallUnderLoadBringsTheDefaultBack() throws Exception {
        try (RunningBase base = SpiBase.start(directory.resolve("home"))) {
            // Given
            PriceService sole = SpiBase.desk(base).prices;
            PriceService byId = SpiBase.desk(base).byParameter;
            AtomicLong gone = new AtomicLong();
            List<Thread> callers = callers(() -> {
                String maker = sole.price("tea").maker();
                if (!maker.equals("base") && !maker.equals("site-a:1")) {
                    wrong.add(maker);
                }
                boolean ever = provided;
                try {
                    String found = byId.price("tea").maker();
                    if (!found.equals("site-a:1")) {
                        wrong.add(found);
                    }
                } catch (ProviderGoneException expected) {
                    gone.incrementAndGet();
                } catch (NoProviderException none) {
                    if (ever) {
                        wrong.add(none.toString());
                    }
                }
            });
            Path jar = SpiBiz.provider(directory, "site-a", "1", "id = \"drf\"");
            // When
            for (int round = 0; round < LEAST_CHANGES || calls.get() < CALLS && wrong.isEmpty(); round++) {
                assertThat(base.install(jar).problem()).isEmpty();
                provided = true;
                assertThat(sole.price("tea").maker()).isEqualTo("site-a:1");
                assertThat(base.uninstall("site-a").problem()).isEmpty();
                assertThat(sole.price("tea").maker()).isEqualTo("base");
            }
            end(callers);
            // Then
            assertThat(wrong).isEmpty();
            assertThat(gone.get()).isPositive();
            System.out.println("Uninstalls under load: " + calls + " rounds of two calls");
        }
    }

    @Test
    void policyIsReplacedAndTakenAwayUnderLoad() throws Exception {
        try (RunningBase base = SpiBase.start(directory.resolve("home"))) {
            // Given
            install(base, SpiBiz.provider(directory, "one", "1", "id = \"one\", priority = 1"));
            install(base, SpiBiz.provider(directory, "two", "1", "id = \"two\""));
            PriceService sole = SpiBase.desk(base).prices;
            makers = Set.of("one:1");
            List<Thread> callers = callers(() -> {
                Set<String> expected = makers;
                String maker = sole.price("tea").maker();
                if (expected == makers && !expected.contains(maker)) {
                    wrong.add(maker + " instead of " + expected);
                }
            });
            // When / Then
            for (int round = 0; round < LEAST_CHANGES; round++) {
                changesTo("two:1", () -> install(base, SpiBiz.policy(directory, "1", "two")));
                changesTo("one:1", () -> install(base, SpiBiz.policy(directory, "2", "one")));
                changesTo("two:1", () -> base.await(base.control().rollback(new BizName("policy"))));
                changesTo("one:1", () -> base.uninstall("policy"));
                assertThat(sole.price("tea").maker()).isEqualTo("one:1");
            }
            end(callers);
            assertThat(wrong).isEmpty();
            assertThat(base.control().spis())
                    .filteredOn(spi -> spi.code().equals("berth.routing"))
                    .singleElement()
                    .satisfies(spi -> assertThat(spi.providers()).isEmpty());
            assertThat(PatternType.values()).hasSize(3);
        }
    }

    /** Between the two either may answer; before only the one, and afterwards only the other. */
    private void changesTo(String maker, Runnable change) throws InterruptedException {
        makers = new HashSet<>(Set.of("one:1", "two:1"));
        change.run();
        makers = new HashSet<>(Set.of(maker));
        long end = calls.get() + 10L * CALLERS;
        while (calls.get() < end && wrong.isEmpty()) {
            Thread.sleep(1);
        }
    }

    private Path nested(int version) {
        return SpiBiz.once(directory, "nested", Integer.toString(version), NESTED);
    }

    private void replaceBy(RunningBase base, int version) {
        install(base, SpiBiz.provider(directory, "site-a", Integer.toString(version), "id = \"drf\""));
        atLeast.set(version);
    }

    private static void install(RunningBase base, Path jar) {
        Operation operation = base.install(jar);
        assertThat(operation.problem()).isEmpty();
    }

    private List<Thread> callers(Call call) {
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Thread caller = new Thread(() -> repeat(call), "caller-" + i);
            caller.start();
            callers.add(caller);
        }
        return callers;
    }

    private void repeat(Call call) {
        while (!stop && wrong.size() < 10) {
            try {
                call.run();
            } catch (Exception | Error lost) {
                wrong.add(lost.toString());
            }
            calls.incrementAndGet();
        }
    }

    private void end(List<Thread> callers) throws InterruptedException {
        stop = true;
        for (Thread caller : callers) {
            caller.join();
        }
    }

    private interface Call {

        void run() throws Exception;
    }
}
