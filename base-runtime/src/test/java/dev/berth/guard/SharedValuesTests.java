package dev.berth.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedValuesTests {

    @Test
    void changeToALambdaNamesTheClassThatHasIt() {
        // Given
        Thread.UncaughtExceptionHandler lambda = (thread, failure) -> {};
        // When
        String change = SharedValues.HANDLER.change("", null, lambda);
        // Then
        assertThat(change).endsWith(" from none to a lambda of 'dev.berth.guard.SharedValuesTests'");
    }

    @Test
    void changeToAnObjectNamesItsClass() {
        // When
        String change = SharedValues.OUT.change("", System.out, null);
        // Then
        assertThat(change).endsWith(" from '" + System.out.getClass().getName() + "' to none");
    }
}
