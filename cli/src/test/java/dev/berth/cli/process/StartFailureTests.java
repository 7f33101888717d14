package dev.berth.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartFailureTests {

    private static final Path LOG = Path.of("base.log");

    @Test
    void toldWhenBootReportedTellsItsDescriptionAndAction() {
        // Given
        List<String> lines = List.of(
                "noise",
                "Description:",
                "",
                "Port 8080 was already",
                "in use.",
                "",
                "Action:",
                "",
                "Free the port.",
                "");

        // When
        CliException told = new StartFailure(lines).told(1, LOG);

        // Then
        assertThat(told.message()).isEqualTo("The base did not start: Port 8080 was already in use");
        assertThat(told.remedy()).isEqualTo("Free the port. The whole log is in 'base.log'.");
        assertThat(told.exitCode()).isEqualTo(ExitCode.CONFLICT);
        assertThat(told.details()).isEmpty();
    }

    @Test
    void toldWhenThereIsNoReportShowsTheLastLinesWithoutStackTrace() {
        // Given
        List<String> lines =
                List.of("starting", "", "java.lang.IllegalStateException: No disk", "\tat a.B.c(B.java:1)");

        // When
        CliException told = new StartFailure(lines).told(3, LOG);

        // Then
        assertThat(told.message()).isEqualTo("The base ended with exit code 3 before it was ready");
        assertThat(told.exitCode()).isEqualTo(ExitCode.BUG);
        assertThat(told.details()).containsExactly("starting", "java.lang.IllegalStateException: No disk");
    }

    @Test
    void toldWhenHomeIsInUseIsConflict() {
        // Given
        List<String> lines = List.of("Description:", "", "Another base uses this home (HOME_IN_USE)", "");

        // When / Then
        assertThat(new StartFailure(lines).told(5, LOG).exitCode()).isEqualTo(ExitCode.CONFLICT);
    }

    @Test
    void toldWhenSettingsAreInvalidIsUsage() {
        // Given
        List<String> lines = List.of("Description:", "", "The settings are not valid (INVALID_SETTINGS)", "");

        // When / Then
        assertThat(new StartFailure(lines).told(1, LOG).exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void toldWhenNothingWasPrintedStillTells() {
        // Given / When
        CliException told = new StartFailure(List.of()).told(137, LOG);

        // Then
        assertThat(told.message()).contains("exit code 137");
    }
}
