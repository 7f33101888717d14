package dev.berth.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallTimeTests {

    @Test
    void medianIsTheOneInTheMiddleOrBetweenTheTwoThere() {
        assertThat(CallTime.of(List.of(9.0, 1.0, 2.0))).isEqualTo(new CallTime(1, 2));
        assertThat(CallTime.of(List.of(9.0, 1.0, 3.0, 2.0))).isEqualTo(new CallTime(1, 2.5));
    }

    @Test
    void ofNoIterationIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CallTime.of(List.of()));
    }
}
