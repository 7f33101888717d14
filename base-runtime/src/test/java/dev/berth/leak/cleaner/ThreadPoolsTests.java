package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.Eventually;
import dev.berth.testing.Threads;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ThreadPoolsTests {

    @Test
    void cleanWhenBizForgetsItsExecutorShutsItDown() {
        // Given
        TinyBiz biz = TinyBiz.run(OwnFactory.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(new ThreadPools());
        // Then
        assertThat(messages).containsExactly("Executor of thread 'own-pool' was shut down");
        assertThat(biz.isCollected()).isTrue();
        assertThat(Eventually.holds(() -> Threads.named("own-pool").isEmpty())).isTrue();
    }

    @Test
    void cleanWhenBizForgetsAnExecutorOfTheJdkEndsItsThreads() {
        // Given
        TinyBiz biz = TinyBiz.run(PlainPool.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(new InheritedRights(), new ThreadPools());
        // Then
        assertThat(messages)
                .singleElement()
                .asString()
                .matches(
                        "Executor of thread 'pool-\\d+-thread-\\d+' with the biz's context loader had its threads renewed");
        assertThat(biz.isCollected()).isTrue();
    }

    @Test
    void cleanWhenBizMadeAnExecutorOfTheBaseStartAThreadLeavesTheExecutorUsable() throws Exception {
        // Given
        ExecutorService pool = Executors.newFixedThreadPool(1);
        Base.slot = pool;
        TinyBiz biz = TinyBiz.run(First.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        biz.clean(new InheritedRights(), new ThreadPools());
        // Then
        assertThat(biz.isCollected()).isTrue();
        assertThat(pool.submit(() -> Thread.currentThread().getContextClassLoader())
                        .get(5, TimeUnit.SECONDS))
                .isEqualTo(getClass().getClassLoader());
        assertThat(((ThreadPoolExecutor) pool).allowsCoreThreadTimeOut()).isFalse();
        pool.shutdown();
        Base.slot = null;
    }

    /** Both find threads that stay, so that each takes its whole time; the second one begins while the first one waits. */
    @Test
    void cleanWhenTwoAtOnceRenewTheThreadsOfOneExecutorLeavesItAsItWas() throws Exception {
        // Given
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(2, 2, 40, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task);
                    thread.setDaemon(true);
                    return thread;
                });
        Base.slot = pool;
        TinyBiz one = TinyBiz.run(Busy.class);
        TinyBiz other = TinyBiz.run(Busy.class);
        Thread first = new Thread(() -> one.clean(new ThreadPools()));
        Thread second = new Thread(() -> other.clean(new ThreadPools()));
        // When
        first.start();
        assertThat(Eventually.holds(pool::allowsCoreThreadTimeOut)).isTrue();
        Thread.sleep(100);
        second.start();
        first.join();
        second.join();
        // Then
        assertThat(pool.getKeepAliveTime(TimeUnit.SECONDS)).isEqualTo(40);
        assertThat(pool.allowsCoreThreadTimeOut()).isFalse();
        pool.shutdownNow();
        Base.slot = null;
    }

    public static class Busy implements Runnable {

        @Override
        public void run() {
            java.util.concurrent.CountDownLatch running = new java.util.concurrent.CountDownLatch(1);
            ((ExecutorService) Base.slot).execute(() -> sleep(running));
            try {
                running.await();
            } catch (InterruptedException end) {
                return;
            }
        }

        static void sleep(java.util.concurrent.CountDownLatch running) {
            running.countDown();
            try {
                Thread.sleep(3_600_000);
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    public static class OwnFactory implements Runnable {

        @Override
        public void run() {
            Executors.newFixedThreadPool(1, OwnFactory::thread).execute(() -> {});
        }

        static Thread thread(Runnable task) {
            Thread thread = new Thread(task, "own-pool");
            thread.setDaemon(true);
            return thread;
        }
    }

    public static class PlainPool implements Runnable {

        static ExecutorService executor;

        @Override
        public void run() {
            executor = Executors.newScheduledThreadPool(2);
            executor.execute(() -> {});
        }
    }

    public static class First implements Runnable {

        @Override
        public void run() {
            ((ExecutorService) Base.slot).execute(() -> {});
        }
    }
}
