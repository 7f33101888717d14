package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

public class InheritedRightsTests {

    @Test
    @EnabledForJreRange(max = JRE.JAVA_23, disabledReason = "Later JDKs inherit no rights")
    void sweepWhenAThreadWasStartedByBizTakesItsRights() {
        // Given
        TinyBiz biz = TinyBiz.run(Starting.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        biz.clean(new InheritedRights());
        // Then
        assertThat(biz.isCollected()).isTrue();
        Base.slot = "end";
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_24, disabledReason = "Earlier JDKs inherit rights")
    void runWhenThreadsInheritNoRightsHoldsNothing() {
        // Given
        TinyBiz biz = TinyBiz.run(Starting.class);
        // Then
        assertThat(biz.isCollected()).isTrue();
        Base.slot = "end";
    }

    public static class Starting implements Runnable {

        @Override
        public void run() {
            Base.slot = null;
            Thread thread = new Thread(new OfTheBase(), "started-by-biz");
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            thread.start();
        }
    }

    public static class OfTheBase implements Runnable {

        @Override
        public void run() {
            Eventually.holds(() -> Base.slot != null);
        }
    }
}
