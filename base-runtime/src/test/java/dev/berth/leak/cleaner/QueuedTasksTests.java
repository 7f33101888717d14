package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class QueuedTasksTests {

    @Test
    void cleanWhenBizHasATaskInAPoolOfTheBaseCancelsIt() {
        // Given
        Base.start();
        Base.POOL.schedule(() -> {}, 1, TimeUnit.HOURS);
        TinyBiz biz = TinyBiz.run(Periodic.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(new QueuedTasks());
        // Then
        assertThat(messages)
                .singleElement()
                .asString()
                .startsWith("Task of " + Periodic.class.getName())
                .endsWith("for thread 'base-pool' was cancelled");
        assertThat(biz.isCollected()).isTrue();
        assertThat(Base.POOL.getQueue()).hasSize(1);
        Base.POOL.getQueue().clear();
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_24, disabledReason = "Later JDKs keep delayed tasks where nobody can look")
    void cleanWhenBizHasADelayedCompletionCancelsIt() {
        // Given
        dev.berth.leak.FirstUse.byTheBase();
        TinyBiz biz = TinyBiz.run(Delayed.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(new QueuedTasks());
        // Then
        assertThat(messages).singleElement().asString().contains("CompletableFutureDelayScheduler");
        assertThat(biz.isCollected()).isTrue();
    }

    @Test
    void runWhenTheCommonPoolHasDoneATaskOfBizHoldsNothing() {
        // Given
        TinyBiz biz = TinyBiz.run(InCommonPool.class);
        // Then
        assertThat(biz.isCollected()).isTrue();
    }

    public static class Periodic implements Runnable {

        @Override
        public void run() {
            Base.POOL.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.HOURS);
        }
    }

    public static class Delayed implements Runnable {

        @Override
        public void run() {
            CompletableFuture.delayedExecutor(1, TimeUnit.HOURS, Runnable::run).execute(() -> {});
        }
    }

    public static class InCommonPool implements Runnable {

        @Override
        public void run() {
            CompletableFuture.supplyAsync(Object::new)
                    .thenApplyAsync(value -> value.toString())
                    .join();
        }
    }
}
