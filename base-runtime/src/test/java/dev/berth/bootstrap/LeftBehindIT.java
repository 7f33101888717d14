package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.control.Operation;
import dev.berth.testing.BizJar;
import dev.berth.testing.Eventually;
import java.lang.ref.WeakReference;
import java.net.Authenticator;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.convert.converter.ConverterRegistry;
import org.springframework.core.convert.support.DefaultConversionService;

/** What a biz forgets is taken away when it is uninstalled, and told to those who uninstall it. */
class LeftBehindIT {

    private static final String FORGETFUL =
            """
            package com.example.forgetful;
            import java.lang.management.ManagementFactory;
            import java.net.*;
            import java.security.*;
            import java.sql.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.logging.*;
            import javax.management.*;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @RestController
            public class Forgetful {
                static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();
                static final java.util.Timer TIMER = new java.util.Timer("forgotten-timer", true);
                static final ExecutorService POOL =
                        Executors.newFixedThreadPool(1, task -> daemon(new Thread(task, "forgotten-pool")));
                public static void main(String[] args) throws Exception {
                    SpringApplication.run(Forgetful.class, args);
                    DriverManager.registerDriver(new OwnDriver());
                    daemon(new Thread(Forgetful::sleep, "forgotten-thread"));
                    TIMER.schedule(new Task(), 3_600_000);
                    POOL.execute(() -> {});
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> {}, "forgotten-hook"));
                    ManagementFactory.getPlatformMBeanServer().registerMBean(new Own(), new ObjectName("forgetful:type=Own"));
                    ((NotificationEmitter) ManagementFactory.getMemoryMXBean())
                            .addNotificationListener((notification, back) -> {}, null, null);
                    Security.addProvider(new OwnProvider());
                    Authenticator.setDefault(new OwnAuthenticator());
                    java.util.logging.Logger.getLogger("").addHandler(new OwnHandler());
                }
                static Thread daemon(Thread thread) {
                    thread.setDaemon(true);
                    if (thread.getName().equals("forgotten-thread")) {
                        thread.start();
                    }
                    return thread;
                }
                static void sleep() {
                    try {
                        Thread.sleep(3_600_000);
                    } catch (InterruptedException end) {
                        return;
                    }
                }
                @GetMapping("/")
                String remember() {
                    LOCAL.set(new Own());
                    return "remembered";
                }
                public interface OwnMBean {}
                public static class Own implements OwnMBean {}
                static class Task extends TimerTask {
                    @Override public void run() {}
                }
                static class OwnAuthenticator extends Authenticator {}
                static class OwnProvider extends Provider {
                    OwnProvider() {
                        super("Forgetful", "1", "");
                    }
                }
                static class OwnHandler extends Handler {
                    @Override public void publish(LogRecord line) {}
                    @Override public void flush() {}
                    @Override public void close() {}
                }
                static class OwnDriver implements Driver {
                    @Override public Connection connect(String url, Properties info) { return null; }
                    @Override public boolean acceptsURL(String url) { return false; }
                    @Override public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) { return null; }
                    @Override public int getMajorVersion() { return 1; }
                    @Override public int getMinorVersion() { return 0; }
                    @Override public boolean jdbcCompliant() { return false; }
                    @Override public java.util.logging.Logger getParentLogger() { return null; }
                }
            }
            """;

    private static final String STUBBORN =
            """
            package com.example.stubborn;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.core.convert.converter.ConverterRegistry;
            import org.springframework.core.convert.support.DefaultConversionService;
            @SpringBootApplication
            public class Stubborn {
                public static void main(String[] args) {
                    SpringApplication.run(Stubborn.class, args);
                    ((ConverterRegistry) DefaultConversionService.getSharedInstance())
                            .addConverter(String.class, Stubborn.class, text -> new Stubborn());
                }
            }
            """;

    private static final String NEIGHBOUR =
            """
            package com.example.neighbour;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @RestController
            public class Neighbour {
                public static void main(String[] args) {
                    SpringApplication.run(Neighbour.class, args);
                }
                @GetMapping("/")
                String hello() {
                    return "here";
                }
            }
            """;

    @TempDir
    private Path directory;

    private final RunningBase base = RunningBase.shared();

    @AfterEach
    void uninstallAll() {
        base.uninstallAll();
    }

    @Test
    void uninstallWhenBizForgotManyThingsTellsThemAllAndFreesItsLoader() {
        // Given
        succeed(base.install(jar("neighbour", NEIGHBOUR)));
        succeed(base.install(jar("forgetful", FORGETFUL)));
        assertThat(base.get("/forgetful/").body()).isEqualTo("remembered");
        WeakReference<ClassLoader> loader = new WeakReference<>(base.loader("forgetful"));
        // When
        Operation uninstall = succeed(base.uninstall("forgetful"));
        // Then
        assertThat(messages(uninstall))
                .allMatch(message -> message.startsWith("Left behind by 'forgetful:1.0.0"))
                // That of a thread which the server has renewed meanwhile is gone with the thread
                .filteredOn(message -> !message.contains("Thread local value"))
                .satisfiesExactlyInAnyOrder(
                        message -> assertThat(message).endsWith("OwnDriver was deregistered"),
                        message -> assertThat(message)
                                .contains("Thread 'forgotten-thread'")
                                .endsWith("and ended"),
                        message -> assertThat(message).contains("Timer of thread 'forgotten-timer'"),
                        message -> assertThat(message)
                                .contains("Thread 'forgotten-timer'")
                                .endsWith("context loader"),
                        message -> assertThat(message).contains("Executor of thread 'forgotten-pool'"),
                        message -> assertThat(message)
                                .contains("hook 'forgotten-hook'")
                                .endsWith("run and removed"),
                        message -> assertThat(message).endsWith("MBean 'forgetful:type=Own' was unregistered"),
                        message -> assertThat(message).endsWith("at 'java.lang:type=Memory' was removed"),
                        message -> assertThat(message).contains("OwnHandler at logger ''"));
        assertThat(uninstall.loaders())
                .extracting(Operation.LoaderOutcome::outcome)
                .containsExactly("collected");
        assertThat(Eventually.collected(loader)).isTrue();
        // The guard puts back what it has seen, before the cleaners come
        assertThat(Authenticator.getDefault()).isNull();
        assertThat(base.get("/neighbour/").body()).isEqualTo("here");
    }

    @Test
    void uninstallWhenASharedClassKeepsThingsOfBizTellsNothingAndTheLoaderStays() throws Exception {
        // Given
        succeed(base.install(jar("stubborn", STUBBORN)));
        WeakReference<ClassLoader> loader = new WeakReference<>(base.loader("stubborn"));
        // When
        Operation uninstall = succeed(base.uninstall("stubborn"));
        // Then
        assertThat(messages(uninstall)).isEmpty();
        assertThat(uninstall.loaders())
                .extracting(Operation.LoaderOutcome::outcome)
                .containsExactly("unknown");
        assertThat(loader.refersTo(null)).isFalse();
        letGo(loader);
        assertThat(Eventually.collected(loader)).isTrue();
    }

    private static void letGo(WeakReference<ClassLoader> loader) throws ClassNotFoundException {
        ((ConverterRegistry) DefaultConversionService.getSharedInstance())
                .removeConvertible(
                        String.class, Objects.requireNonNull(loader.get()).loadClass("com.example.stubborn.Stubborn"));
    }

    private static List<String> messages(Operation operation) {
        return operation.notes().stream().map(Operation.Note::message).toList();
    }

    private Path jar(String name, String source) {
        return BizJar.named(name).starterWebmvc().source(source).stock(directory);
    }

    private static Operation succeed(Operation operation) {
        assertThat(operation.problem()).isEmpty();
        return operation;
    }
}
