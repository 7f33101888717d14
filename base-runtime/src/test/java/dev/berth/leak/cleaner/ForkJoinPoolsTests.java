package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.Eventually;
import dev.berth.testing.Threads;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.junit.jupiter.api.Test;

class ForkJoinPoolsTests {

    @Test
    void cleanWhenBizForgetsAPoolWithAFactoryOfItsOwnShutsItDown() {
        // Given
        TinyBiz biz = TinyBiz.run(OwnFactory.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(new ForkJoinPools());
        // Then
        assertThat(messages).containsExactly("Fork-join pool of thread 'own-worker' was shut down");
        assertThat(biz.isCollected()).isTrue();
        assertThat(Eventually.holds(() -> Threads.named("own-worker").isEmpty()))
                .isTrue();
    }

    @Test
    void runWhenBizForgetsAPoolOfTheJdkHoldsNothing() {
        // Given
        TinyBiz biz = TinyBiz.run(Plain.class);
        // Then
        assertThat(Threads.named((String) Base.slot)).isNotEmpty();
        assertThat(biz.isCollected()).isTrue();
        Base.slot = null;
    }

    @Test
    void findLeavesTheCommonPool() {
        // Given
        TinyBiz biz = TinyBiz.run(Common.class);
        // Then
        assertThat(new ForkJoinPools().find(biz.closed())).isEmpty();
        assertThat(biz.isCollected()).isTrue();
    }

    public static class OwnFactory implements Runnable {

        @Override
        public void run() {
            done(new ForkJoinPool(1, Worker::new, null, false));
        }

        static class Worker extends ForkJoinWorkerThread {
            Worker(ForkJoinPool pool) {
                super(pool);
                setName("own-worker");
            }
        }

        static void done(ForkJoinPool pool) {
            try {
                pool.submit(() -> {}).get();
            } catch (InterruptedException | ExecutionException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    public static class Plain implements Runnable {

        @Override
        public void run() {
            try {
                Base.slot = new ForkJoinPool(1)
                        .submit(() -> Thread.currentThread().getName())
                        .get();
            } catch (InterruptedException | ExecutionException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    public static class Common implements Runnable {

        @Override
        public void run() {
            try {
                ForkJoinPool.commonPool().submit(() -> {}).get();
            } catch (InterruptedException | ExecutionException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
