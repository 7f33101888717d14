package dev.berth.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTests {

    private final DurationConverter converter = new DurationConverter();

    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "90s,PT1M30S", "2m,PT2M", "1h,PT1H", "PT90S,PT1M30S", "0s,PT0S", "5S,PT5S"})
    void convertWhenFormIsKnownReadsIt(String text, Duration expected) {
        // Given / When / Then
        assertThat(converter.convert(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "90", "-1s", "1.5s", "soon", "PT-1S", "99999999999s", "P9999D"})
    void convertWhenFormIsNotClearRefuses(String text) {
        // Given / When / Then
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'" + text + "'");
    }
}
