package dev.berth.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class BenchmarksTests {

    private final StringWriter out = new StringWriter();

    @Test
    void exitCodeWhenNoScenarioIsNamedIsUsage() {
        assertThat(exitCode()).isEqualTo(2);
    }

    @Test
    void exitCodeWhenTheJdkIsUnknownIsUsage() {
        assertThat(exitCode("replace", "--jdk", "old")).isEqualTo(2);
    }

    @Test
    void helpNamesTheScenarios() {
        // When
        int exitCode = exitCode("--help");
        // Then
        assertThat(exitCode).isZero();
        assertThat(out.toString()).contains("replace", "rollback");
    }

    private int exitCode(String... arguments) {
        return Benchmarks.exitCode(new PrintWriter(out), arguments);
    }
}
