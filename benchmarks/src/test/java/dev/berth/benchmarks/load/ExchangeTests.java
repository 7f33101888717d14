package dev.berth.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExchangeTests {

    @ParameterizedTest
    @EnumSource
    void versionIsTheOneWhoseBodyItIs(Exchange exchange) {
        assertThat(exchange.version(12, exchange.expected(3, 12))).hasValue(3);
        assertThat(exchange.version(12, exchange.expected(4, 12))).hasValue(4);
    }

    @ParameterizedTest
    @EnumSource
    void versionOfTheOtherColoursBodyIsAbsent(Exchange exchange) {
        // Given
        String blueCodeInGreenVersion = exchange.expected(3, 12).replace("\"version\":3", "\"version\":4");
        // When / Then
        assertThat(exchange.version(12, blueCodeInGreenVersion)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void versionOfAShortenedBodyIsAbsent(Exchange exchange) {
        // Given
        String whole = exchange.expected(3, 12);
        // When / Then
        assertThat(exchange.version(12, whole.substring(0, whole.length() - 1))).isEmpty();
        assertThat(exchange.version(12, "")).isEmpty();
    }

    @Test
    void versionOfAStreamThatChangesVersionIsAbsent() {
        // Given
        String whole = Exchange.EVENTS.expected(3, 12);
        int last = whole.lastIndexOf("\"version\":3");
        String mixed = whole.substring(0, last) + whole.substring(last).replace(":3", ":5");
        // When / Then
        assertThat(Exchange.EVENTS.version(12, mixed)).isEmpty();
    }

    @Test
    void versionOfAnotherItemsBodyIsAbsent() {
        assertThat(Exchange.ITEM.version(12, Exchange.ITEM.expected(3, 13))).isEmpty();
    }
}
