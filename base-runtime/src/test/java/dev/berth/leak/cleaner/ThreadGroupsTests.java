package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class ThreadGroupsTests {

    @Test
    @EnabledForJreRange(max = JRE.JAVA_18, disabledReason = "Later JDKs hold groups weakly")
    void cleanWhenBizMadeAGroupDestroysIt() {
        // Given
        TinyBiz biz = TinyBiz.run(Grouping.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(new ThreadGroups());
        // Then
        assertThat(messages)
                .containsExactly(
                        "Thread group 'tiny-group' of class " + Grouping.class.getName() + "$Group was destroyed");
        assertThat(biz.isCollected()).isTrue();
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_19, disabledReason = "Earlier JDKs hold groups")
    void runWhenGroupsAreHeldWeaklyHoldsNothing() {
        // Given
        TinyBiz biz = TinyBiz.run(Grouping.class);
        // Then
        assertThat(biz.isCollected()).isTrue();
    }

    public static class Grouping implements Runnable {

        @Override
        public void run() {
            new Group();
        }

        static class Group extends ThreadGroup {
            Group() {
                super("tiny-group");
            }
        }
    }
}
