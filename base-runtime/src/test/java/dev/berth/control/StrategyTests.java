package dev.berth.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.error.BerthException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StrategyTests {

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void parseReadsEachLabel(Strategy strategy) {
        assertThat(Strategy.parse(strategy.label())).isEqualTo(strategy);
    }

    @Test
    void parseWhenThereIsNoSuchStrategyNamesIt() {
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> Strategy.parse("fast"))
                .withMessage("There is no strategy 'fast'")
                .satisfies(e -> assertThat(e.remedy()).contains("side-by-side"));
    }
}
