package dev.berth.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTests {

    @ParameterizedTest
    @CsvSource({"PT0.00123S,1.2 ms", "PT0.812S,812 ms", "PT9.9994S,9999 ms", "PT12.34S,12.3 s"})
    void tookWhenWrittenPicksItsUnit(Duration duration, String expected) {
        // Given / When / Then
        assertThat(Amounts.took(duration)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"PT-5S,0s", "PT59S,59s", "PT60S,1m", "PT119M,1h", "PT24H,1d", "P12D,12d"})
    void ageWhenWrittenPicksItsGreatestUnit(Duration age, String expected) {
        // Given / When / Then
        assertThat(Amounts.age(age)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0,0 B", "999,999 B", "1000,1.0 KB", "12345,12.3 KB", "58200000,58.2 MB"})
    void bytesWhenWrittenPicksItsUnit(long bytes, String expected) {
        // Given / When / Then
        assertThat(Amounts.bytes(bytes)).isEqualTo(expected);
    }
}
