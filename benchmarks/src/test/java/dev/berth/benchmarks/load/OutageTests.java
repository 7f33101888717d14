package dev.berth.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutageTests {

    private final Outage outage = new Outage();

    @Test
    void longestRunsFromTheFirstFailureToTheNextAnswer() {
        // Given
        outage.note(true, 10);
        outage.note(false, 20);
        outage.note(false, 30);
        outage.note(true, 50);
        outage.note(false, 60);
        outage.note(true, 65);
        // When / Then
        assertThat(outage.takeLongest(100)).isEqualTo(30);
        assertThat(outage.takeLongest(100)).isZero();
    }

    @Test
    void longestWhenItLastsRunsToNow() {
        // Given
        outage.note(false, 20);
        // When / Then
        assertThat(outage.takeLongest(100)).isEqualTo(80);
    }

    @Test
    void answerToARequestSentBeforeTheFailureDoesNotEndIt() {
        // Given
        outage.note(false, 20);
        outage.note(true, 15);
        // When / Then
        assertThat(outage.takeLongest(100)).isEqualTo(80);
    }
}
