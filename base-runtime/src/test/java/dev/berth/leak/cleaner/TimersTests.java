package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Timer;
import java.util.TimerTask;
import org.junit.jupiter.api.Test;

class TimersTests {

    @Test
    void cleanWhenBizHasATaskInATimerOfTheBaseFreesItAndTheTimerGoesOn() throws Exception {
        // Given
        TinyBiz biz = TinyBiz.run(Scheduling.class);
        boolean[] ran = new boolean[1];
        TimerTask ofBase = new TimerTask() {
            @Override
            public void run() {
                ran[0] = true;
            }
        };
        Base.TIMER.schedule(ofBase, 300);
        assertThat(biz.isHeld()).isTrue();
        // When
        var messages = biz.clean(new Timers(), new InheritedRights(), new ContextLoaders());
        // Then
        assertThat(messages.get(0))
                .isEqualTo("Timer of thread 'base-timer' with a task of " + Scheduling.class.getName() + "$Task"
                        + " was freed of it");
        assertThat(biz.isCollected()).isTrue();
        assertThat(dev.berth.testing.Eventually.holds(() -> ran[0])).isTrue();
    }

    @Test
    void cleanWhenBizForgetsATimerEndsItsThread() {
        // Given
        TinyBiz biz = TinyBiz.run(Forgetting.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        biz.clean(new Timers(), new ContextLoaders(), new InheritedRights());
        // Then
        assertThat(biz.isCollected()).isTrue();
        assertThat(dev.berth.testing.Eventually.holds(() -> {
                    System.gc();
                    return dev.berth.testing.Threads.named("forgotten-timer").isEmpty();
                }))
                .isTrue();
    }

    public static class Scheduling implements Runnable {

        @Override
        public void run() {
            Base.TIMER.schedule(new Task(), 3_600_000, 1_000);
        }

        static class Task extends TimerTask {
            @Override
            public void run() {}
        }
    }

    public static class Forgetting implements Runnable {

        static Timer timer;

        @Override
        public void run() {
            timer = new Timer("forgotten-timer", true);
            timer.schedule(new Task(), 3_600_000, 1_000);
        }

        static class Task extends TimerTask {
            @Override
            public void run() {}
        }
    }
}
