package dev.berth.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessEndTests {

    @Test
    void withinWhenProcessRunsOnTellsThatItDoes() throws Exception {
        // Given
        Process process = new ProcessBuilder("sleep", "60").start();

        // When
        boolean ended = ProcessEnd.within(process.toHandle(), Duration.ofMillis(100));

        // Then
        assertThat(ended).isFalse();
        process.destroyForcibly();
    }

    @Test
    void withinWhenProcessEndsTellsItSoon() throws Exception {
        // Given
        Process process = new ProcessBuilder("sleep", "60").start();
        process.destroy();

        // When / Then
        assertThat(ProcessEnd.within(process.toHandle(), Duration.ofSeconds(10)))
                .isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void runsWhenProcessIsZombieIsFalse() throws Exception {
        // Given: the shell's child ends, and the program that the shell becomes never collects it
        Process parent = new ProcessBuilder("/bin/sh", "-c", "sleep 0 & echo $!; exec sleep 60").start();
        long child = Long.parseLong(parent.inputReader().readLine());
        ProcessHandle handle = ProcessHandle.of(child).orElseThrow();

        // When
        boolean ended = ProcessEnd.within(handle, Duration.ofSeconds(10));

        // Then
        assertThat(handle.isAlive()).isTrue();
        assertThat(ended).isTrue();
        parent.destroyForcibly();
    }
}
