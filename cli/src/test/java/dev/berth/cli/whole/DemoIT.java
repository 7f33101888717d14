package dev.berth.cli.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first command of the README. */
class DemoIT {

    @Test
    void demoOnceTellsTheStoryAndLeavesNothing(@TempDir Path directory) throws Exception {
        // Given
        Path home = directory.resolve("home");
        // When
        Shell.Result demo = new Shell(directory, Map.of()).berth("demo", "--once", "--home", home.toString());
        // Then
        assertThat(demo.exitCode()).as(demo.errors()).isZero();
        assertThat(demo.output())
                .contains(
                        "A base starts",
                        "Install catalog",
                        "Install pricing",
                        "-> 200",
                        "-> 404",
                        "version 1.1.0 took over",
                        "version 1.0.0 is back",
                        "base stopped");
        assertThat(home).doesNotExist();
    }
}
