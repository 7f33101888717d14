package dev.berth.benchmarks.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.benchmarks.host.CallsRun;
import dev.berth.benchmarks.measure.CallTime;
import dev.berth.benchmarks.report.Machine;
import dev.berth.benchmarks.report.Report;
import dev.berth.benchmarks.scenario.CallsFigures.Column;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallsFiguresTests {

    private static final CallTime DIRECT = new CallTime(0.5, 0.6);

    @Test
    void tableHasThePeerBesideOurs() {
        // Given
        Column peer = new Column(
                "peer, JDK 17", new CallsRun(Map.of("direct 1", DIRECT, "exported 1", new CallTime(70.1, 73.2))));
        // When
        Report report = report(new CallTime(30, 40), Optional.of(peer));
        // Then
        assertThat(report.lines())
                .anyMatch(line -> line.matches(" *call +providers +JDK 17 +peer, JDK 17"))
                .anyMatch(line -> line.matches(" *exported +1 +0\\.5 / 0\\.6 +70\\.1 / 73\\.2"))
                .anyMatch(line -> line.matches(" *rule +100 +0\\.5 / 0\\.6 +-"));
    }

    @Test
    void promisesAreAboutTheMedian() {
        assertThat(report(new CallTime(30, 40), Optional.empty()).kept()).isTrue();
        assertThat(report(new CallTime(30, 61), Optional.empty()).kept()).isFalse();
    }

    private static Report report(CallTime stub, Optional<Column> peer) {
        Map<String, CallTime> times = new HashMap<>();
        List.of("direct", "exported", "counted", "guarded", "rule", "invoker").forEach(call -> {
            for (int providers : new int[] {1, 10, 100}) {
                times.put(call + " " + providers, DIRECT);
            }
        });
        times.put("stub 1", stub);
        Report report = new Report("calls", new Machine("", 1, 1, ""), Clock.systemUTC());
        new CallsFigures(List.of(new Column("JDK 17", new CallsRun(times))), peer).addTo(report);
        return report;
    }
}
