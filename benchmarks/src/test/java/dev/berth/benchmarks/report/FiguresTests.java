package dev.berth.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTests {

    @Test
    void millisAreTheFinerTheShorter() {
        assertThat(Figures.millis(0.456)).isEqualTo("0.46");
        assertThat(Figures.millis(45.67)).isEqualTo("45.7");
        assertThat(Figures.millis(4567.8)).isEqualTo("4,568");
    }

    @Test
    void countsHaveTheirThousandsApart() {
        assertThat(Figures.count(1234567)).isEqualTo("1,234,567");
    }

    @Test
    void ratioToNothingIsADash() {
        assertThat(Figures.ratio(1, 4)).isEqualTo("0.25");
        assertThat(Figures.ratio(1, 0)).isEqualTo("-");
    }
}
