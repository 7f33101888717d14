package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordMethodsTests {

    @Test
    void sweepWhenBizWasTheLastWithARecordForgetsItsTypes() {
        // Given
        TinyBiz biz = TinyBiz.run(WithRecord.class);
        boolean held = biz.isHeld();
        // Later JDKs remember the type by a soft reference
        assertThat(held || Runtime.version().feature() > 17).isTrue();
        // When
        if (held) {
            biz.clean(new RecordMethods());
        }
        // Then
        boolean softly = Runtime.version().feature() > 17 && TinyBiz.softReferencesHold();
        assertThat(softly || biz.isCollected()).isTrue();
    }

    public static class WithRecord implements Runnable {

        @Override
        public void run() {
            Pair pair = new Pair(new Part(), new Part());
            if (!pair.equals(new Pair(pair.first(), pair.second())) || pair.hashCode() == 0) {
                throw new IllegalStateException("Records are equal by their components");
            }
        }

        static class Part {}

        record Pair(Part first, Part second) {}
    }
}
