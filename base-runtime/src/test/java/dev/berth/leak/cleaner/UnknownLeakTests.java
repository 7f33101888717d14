package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody can know what a shared class may keep. */
class UnknownLeakTests {

    @Test
    void cleanWhenASharedClassKeepsAnObjectOfBizFindsNothingAndTheLoaderStays() {
        // Given
        TinyBiz biz = TinyBiz.run(InAField.class);
        Cleaning all = StandardCleaners.cleaning(List.of(), List.of());
        // When
        List<Finding> findings = all.run(biz.closed());
        // Then
        assertThat(findings).isEmpty();
        assertThat(biz.isHeld()).isTrue();
        Base.slot = null;
        assertThat(biz.isCollected()).isTrue();
    }

    public static class InAField implements Runnable {

        @Override
        public void run() {
            Base.slot = this;
        }
    }
}
