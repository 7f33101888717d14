package dev.berth.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReplaceWindowTests {

    private final AtomicLong now = new AtomicLong(100);
    private final ReplaceWindow window = new ReplaceWindow(now::get);

    @Test
    void touchedWhenNoneRanIsFalse() {
        assertThat(window.touchedSince(0)).isFalse();
    }

    @Test
    void touchedWhileOneRunsIsTrue() {
        // When
        window.open();
        // Then
        assertThat(window.touchedSince(100)).isTrue();
    }

    @Test
    void touchedAfterItsEndIsTrueForWhatBeganBefore() {
        // When
        window.open();
        now.set(200);
        window.close();
        // Then
        assertThat(window.touchedSince(199)).isTrue();
        assertThat(window.touchedSince(201)).isFalse();
    }

    @Test
    void wholeWhenOneRanFromBeginToEndHasIt() {
        // Given
        window.open();
        now.set(200);
        // When / Then
        assertThat(window.wholeSince(100)).isEmpty();
        window.close();
        assertThat(window.wholeSince(100)).containsExactly(1);
        assertThat(window.wholeSince(101)).isEmpty();
    }

    @Test
    void wholeHasAllThatEndedAndNotTheOneThatRuns() {
        // Given
        window.open();
        now.set(200);
        window.close();
        now.set(300);
        window.open();
        now.set(400);
        window.close();
        now.set(500);
        // When
        window.open();
        // Then
        assertThat(window.wholeSince(50)).containsExactly(1, 2);
        assertThat(window.wholeSince(150)).containsExactly(2);
        assertThat(window.wholeSince(350)).isEmpty();
    }
}
