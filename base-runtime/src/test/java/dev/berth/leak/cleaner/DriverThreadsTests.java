package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.Threads;
import java.lang.ref.Reference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Threads behind references of drivers: those that a biz brings are threads of its classes, shared ones serve all. */
class DriverThreadsTests {

    @Test
    void cleanWhenBizBringsADriverWithACleanUpThreadEndsIt() {
        // Given
        TinyBiz biz = TinyBiz.run(CleanUpThread.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        biz.clean(new dev.berth.leak.cleaner.Threads(), new InheritedRights(), new ThreadPools());
        // Then
        assertThat(biz.isCollected()).isTrue();
    }

    /** The driver of PostgreSQL cleans up by a thread of the JDK; the biz is the first to use this copy of it. */
    @Test
    void runWhenBizStartsTheCleanUpThreadOfTheSharedDriverHoldsNothing() throws Exception {
        // Given
        List<Thread> before = Threads.named("Cleaner-");
        try (URLClassLoader base = new URLClassLoader(
                new URL[] {place(org.postgresql.Driver.class), place(OfSharedDriver.class)},
                ClassLoader.getPlatformClassLoader())) {
            // When
            TinyBiz biz = TinyBiz.run(OfSharedDriver.class, base);
            List<Thread> started = new ArrayList<>(Threads.named("Cleaner-"));
            started.removeAll(before);
            // Then
            assertThat(started).singleElement().satisfies(thread -> assertThat(thread.isAlive())
                    .isTrue());
            assertThat(biz.isCollected()).isTrue();
            assertThat(started.get(0).isAlive()).isTrue();
            Reference.reachabilityFence(base);
        }
    }

    private static URL place(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    /** As MySQL's driver does it: a thread of an executor waits for phantom references of connections. */
    public static class CleanUpThread implements Runnable {

        static final java.lang.ref.ReferenceQueue<Object> QUEUE = new java.lang.ref.ReferenceQueue<>();

        @Override
        public void run() {
            java.util.concurrent.ExecutorService executor =
                    java.util.concurrent.Executors.newSingleThreadExecutor(CleanUpThread::thread);
            executor.execute(CleanUpThread::clean);
        }

        static Thread thread(Runnable task) {
            Thread thread = new Thread(task, "tiny-connection-cleanup");
            thread.setDaemon(true);
            return thread;
        }

        static void clean() {
            while (true) {
                try {
                    QUEUE.remove(5_000);
                } catch (InterruptedException end) {
                    return;
                }
            }
        }
    }

    public static class OfSharedDriver implements Runnable {

        @Override
        public void run() {
            org.postgresql.util.LazyCleanerImpl.getInstance().register(new Object(), leaked -> {});
        }
    }
}
