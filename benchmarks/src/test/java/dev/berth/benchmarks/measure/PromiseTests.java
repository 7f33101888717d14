package dev.berth.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromiseTests {

    @Test
    void noneIsKeptByZeroOnly() {
        assertThat(Promise.none("lost", 0)).isEqualTo(new Promise("lost: 0", true));
        assertThat(Promise.none("lost", 1)).isEqualTo(new Promise("lost: 1", false));
    }

    @Test
    void atLeastIsKeptFromTheLeastOn() {
        assertThat(Promise.atLeast("replaces", 10, 10)).isEqualTo(new Promise("replaces: 10 (at least 10)", true));
        assertThat(Promise.atLeast("replaces", 9, 10).kept()).isFalse();
    }

    @Test
    void belowIsBrokenAtTheLimit() {
        assertThat(Promise.below("p99", 9.994, 10, "ms")).isEqualTo(new Promise("p99: 9.99 ms (below 10.00 ms)", true));
        assertThat(Promise.below("p99", 10, 10, "ms").kept()).isFalse();
    }

    @Test
    void atMostIsBrokenAboveTheLimit() {
        assertThat(Promise.atMost("loaders", 3, 3, "")).isEqualTo(new Promise("loaders: 3 (at most 3)", true));
        assertThat(Promise.atMost("heap", 6.1, 6, "MB")).isEqualTo(new Promise("heap: 6.1 MB (at most 6 MB)", false));
    }
}
