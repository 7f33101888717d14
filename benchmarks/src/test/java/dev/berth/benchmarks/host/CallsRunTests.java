package dev.berth.benchmarks.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.benchmarks.measure.CallTime;
import org.junit.jupiter.api.Test;

class CallsRunTests {

    @Test
    void readTakesTheIterationsOfAllForksOfEachBenchmark() {
        // Given
        String json =
                """
                [{"benchmark":"dev.berth.calls.RoutedCallsBenchmark.rule","params":{"providers":"10"},
                  "primaryMetric":{"score":42.5,"rawData":[[44.0,40.5],[43.0]]}}]""";
        // When
        CallsRun run = CallsRun.read(json);
        // Then
        assertThat(run.time("rule", 10)).isEqualTo(new CallTime(40.5, 43));
        assertThatExceptionOfType(HostException.class)
                .isThrownBy(() -> run.time("rule", 1))
                .withMessage("JMH did not measure 'rule' with 1 providers");
    }

    @Test
    void readWhenABenchmarkHasNoParameterIsOfOneProvider() {
        // Given
        String json =
                """
                [{"benchmark":"peer.calls.PeerCallsBenchmark.exported",
                  "primaryMetric":{"score":70.0,"rawData":[[70.0]]}}]""";
        // When / Then
        assertThat(CallsRun.read(json).time("exported", 1).median()).isEqualTo(70);
    }
}
