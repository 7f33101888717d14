package dev.berth.broker;

import static dev.berth.api.spi.PatternType.REG;
import static dev.berth.api.spi.PatternType.RULE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorTests {

    /** Takes a backtracking engine longer than anybody waits. */
    @Test
    void fitsWhenTheExpressionIsHostileTakesLinearTime() {
        Selector selector = Selector.parse(REG, "(a+)+b");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThat(selector.fits(Providers.of("a".repeat(2_000)))).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "(?=x)", "\\1"})
    void parseWhenTheExpressionIsNoneRefuses(String expression) {
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> Selector.parse(REG, expression))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.SPI_PATTERN_INVALID))
                .withMessageContaining("'" + expression + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "2001", "{\"a\":}", "{\"a\":1} x", "{\"a\":1,\"a\":2}"})
    void parseWhenTheRuleIsNoObjectRefuses(String rule) {
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> Selector.parse(RULE, rule))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.SPI_PATTERN_INVALID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,", "[2,1]", "(1)"})
    void parseWhenTheRangeIsNoneRefuses(String range) {
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> VersionRange.parse(range))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.SPI_PATTERN_INVALID));
    }

    @Test
    void ofWhenAValueCannotBeComparedRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Selector.of(Map.of("when", Duration.ZERO)))
                .withMessageContaining("'when'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Selector.of(Map.of("rate", Double.NaN)))
                .withMessageContaining("'rate'");
    }

    @Test
    void fulfilComparesNestedValuesAndNulls() {
        Parameters rule = Parameters.parse("{\"a\":{\"b\":[1,null,true]},\"c\":null}");
        assertThat(Parameters.parse("{\"c\":null,\"a\":{\"b\":[1.0,null,true]},\"d\":1}")
                        .fulfil(rule.values()))
                .isTrue();
        assertThat(Parameters.parse("{\"a\":{\"b\":[1,null,true]}}").fulfil(rule.values()))
                .isFalse();
        assertThat(Parameters.of(Map.of("a", List.of(1, 2L, 3.5f)))
                        .fulfil(Parameters.parse("{\"a\":[1,2,3.5]}").values()))
                .isTrue();
    }
}
