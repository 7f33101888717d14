package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class VirtualThreadsTests {

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "Earlier JDKs have no virtual threads")
    void cleanWhenBizForgetsAVirtualThreadEndsIt() {
        // Given
        TinyBiz biz = TinyBiz.run(Waiting.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<Finding> findings = biz.findings(new VirtualThreads());
        // Then
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.message())
                    .isEqualTo("Thread '' (virtual, with the biz's context loader) was interrupted and ended");
            assertThat(finding.detail().orElseThrow()).contains("Waiting.sleep");
        });
        assertThat(biz.isCollected()).isTrue();
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20, disabledReason = "Later JDKs have virtual threads")
    void findWhenTheJdkHasNoVirtualThreadsFindsNothing() {
        // Given
        TinyBiz biz = TinyBiz.run(Nothing.class);
        // When
        List<Leftover> leftovers =
                new VirtualThreads().find(new ClosedBiz("x", getClass().getClassLoader(), null, java.util.Set.of()));
        // Then
        assertThat(leftovers).isEmpty();
        assertThat(biz.isCollected()).isTrue();
    }

    public static class Nothing implements Runnable {
        @Override
        public void run() {}
    }

    public static class Waiting implements Runnable {

        @Override
        public void run() {
            try {
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, (Runnable) Waiting::sleep);
            } catch (ReflectiveOperationException absent) {
                throw new IllegalStateException(absent);
            }
        }

        static void sleep() {
            try {
                Thread.sleep(3_600_000);
            } catch (InterruptedException end) {
                return;
            }
        }
    }
}
