package dev.berth.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every scenario in short, without the peer and without a promise of times: a machine that builds is busy. */
class ScenariosIT {

    private static final String JDK = String.valueOf(Runtime.version().feature());

    private final StringWriter out = new StringWriter();

    @BeforeAll
    static void tellWhereTheJarsAre() {
        System.setProperty("benchmarks.root", System.getProperty("berth-test.root"));
    }

    @Test
    void replaceLosesNoRequest() {
        // When
        int exitCode = run("replace", "--count", "3", "--turns", "1", "--warm-up", "1", "--rest", "1");
        // Then
        assertThat(out.toString()).contains("replaces: 3 (at least 3)");
        assertThat(exitCode).as(out.toString()).isZero();
    }

    @Test
    void rollbackIsServedByTheVersionBefore() {
        // When
        run("rollback", "--count", "10");
        // Then
        assertThat(out.toString()).contains("kept    berth, JDK " + JDK + ": rollback, served by another version: 0");
    }

    @Test
    void callsOfEachKindAreMeasured() {
        // When
        run("calls", "--quick");
        // Then
        assertThat(out.toString().lines().map(line -> line.strip().split(" {2,}")))
                .filteredOn(cells -> cells.length == 3 && cells[2].matches("\\d+\\.\\d / \\d+\\.\\d"))
                .extracting(cells -> cells[0] + " " + cells[1])
                .containsExactly(
                        "direct 1",
                        "exported 1",
                        "counted 1",
                        "guarded 1",
                        "stub 1",
                        "rule 1",
                        "rule 10",
                        "rule 100",
                        "invoker 1",
                        "invoker 10",
                        "invoker 100");
    }

    @Test
    void neighboursOfADeadlockAreServedBehindABulkheadOnly() {
        // When
        run("neighbours", "--seconds", "2", "--threads", "8", "--only", "DEADLOCK");
        // Then
        assertThat(out.toString())
                .contains("kept    berth, JDK " + JDK + ", beside one that deadlocks, default bulkhead: failed: 0")
                .containsPattern("kept    .*without bulkhead: failed: \\d+ \\(at least 1\\)");
    }

    @Test
    void uninstallsLeaveNothingBehind() {
        // When
        int exitCode = run("cycles", "--count", "20", "--mode", "uninstall", "--soft", "cleared");
        // Then
        assertThat(out.toString()).contains("loaders left after 20 cycles: 0 (at most 0)");
        assertThat(exitCode).as(out.toString()).isZero();
    }

    @Test
    void replacesLeaveNothingBehindOfAllButTheActiveRevisionAndItsStandby() {
        // When
        int exitCode = run("cycles", "--count", "20", "--mode", "replace", "--soft", "kept");
        // Then
        assertThat(out.toString()).contains("loaders left after 20 cycles: ");
        assertThat(exitCode).as(out.toString()).isZero();
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--no-peer", "--jdk", JDK));
        return Benchmarks.exitCode(new PrintWriter(out), all.toArray(String[]::new));
    }
}
