package dev.berth.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryTimeTests {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00Z, 2026-01-31T12:00",
        "2026-01-31T12:00:00+02:00, 2026-01-31T10:00",
        "1769860800, 2026-01-31T12:00",
        "x, 1980-02-01T00:00",
        "'', 1980-02-01T00:00"
    })
    void ofReadsWhatMavenAllows(String timestamp, String expected) throws MojoExecutionException {
        assertThat(EntryTime.of(timestamp)).hasToString(expected);
    }

    @Test
    void ofAnythingElseIsRefused() {
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> EntryTime.of("yesterday"))
                .withMessageContaining("'yesterday' is no time");
    }
}
