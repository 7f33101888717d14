package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Threads behind references of drivers: those that a biz brings are threads of its classes, shared ones serve all. */
class DriverThreadsTests {

    @Test
    void cleanWhenBizBringsADriverWithACleanUpThreadEndsIt() {
        // Given
        TinyBiz biz = TinyBiz.run(CleanUpThread.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        biz.clean(new Threads(), new InheritedRights(), new ThreadPools());
        // Then
        assertThat(biz.isCollected()).isTrue();
    }

    @Test
    void cleanWhenBizUsesTheCleanUpThreadOfTheSharedDriverFreesIt() {
        // Given
        TinyBiz biz = TinyBiz.run(OfSharedDriver.class);
        // When
        if (biz.isHeld()) {
            biz.clean(new InheritedRights(), new ContextLoaders());
        }
        // Then
        assertThat(biz.isCollected()).isTrue();
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
