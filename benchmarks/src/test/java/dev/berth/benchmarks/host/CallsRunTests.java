package dev.berth.benchmarks.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class CallsRunTests {

    @Test
    void readTakesTheLeastIterationOfEachBenchmark() {
        // Given
        String json =
                """
                [{"benchmark":"dev.berth.calls.CallsBenchmark.stub","params":{"providers":"10"},
                  "primaryMetric":{"score":41.5,"rawData":[[44.0,40.5],[41.0]]}}]""";
        // When
        CallsRun run = CallsRun.read(json);
        // Then
        assertThat(run.nanos("stub", 10)).isEqualTo(40.5);
        assertThatExceptionOfType(HostException.class)
                .isThrownBy(() -> run.nanos("stub", 1))
                .withMessage("JMH did not measure 'stub' with 1 providers");
    }
}
