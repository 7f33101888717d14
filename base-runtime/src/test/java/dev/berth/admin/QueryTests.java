package dev.berth.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTests {

    private static final List<String> KNOWN = List.of("name", "wait");

    @Test
    void parseDecodesNamesAndValues() {
        // When
        Query query = Query.parse("n%61me=a+b%2Bc&wait", KNOWN);
        // Then
        assertThat(query.value("name", Function.identity())).contains("a b+c");
        assertThat(query.has("wait")).isTrue();
        assertThat(query.value("wait", Function.identity())).isEmpty();
    }

    @Test
    void parseWhenQueryIsEmptyHasNothing() {
        // When
        Query query = Query.parse("", KNOWN);
        // Then
        assertThat(query.has("name")).isFalse();
        assertThat(query.value("name", Function.identity())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"other=1", "Name=a", "name=a&name=a", "name=%", "name=%zz"})
    void parseWhenQueryIsWrongRefuses(String query) {
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> Query.parse(query, KNOWN))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }

    @Test
    void parseWhenParameterIsUnknownNamesItInShort() {
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> Query.parse("other%1b" + "x".repeat(1000) + "=1", KNOWN))
                .withMessageContaining("'other?xxx")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    }

    @ParameterizedTest
    @CsvSource({"60s,60000", "500ms,500", "2m,120000", "PT60S,60000", "pt1m,60000", "0s,0"})
    void durationReadsUnitsAndIso(String text, long millis) {
        // Given
        Query query = Query.parse("wait=" + text, KNOWN);
        // When / Then
        assertThat(query.duration("wait", Duration.ofMinutes(10))).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "-1s", "PT-1S", "601s", "11m", "1y", "s", "true", "99999999999999999999s"})
    void durationWhenTextIsNoTimeOrTooLongRefuses(String text) {
        // Given
        Query query = Query.parse("wait=" + text, KNOWN);
        // When / Then
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> query.duration("wait", Duration.ofMinutes(10)))
                .satisfies(e -> assertThat(e.getMessage()).contains("'wait'", text, "600 seconds"));
    }

    @Test
    void withoutDoesNotDependOnTheOrder() {
        // Given
        Query one = Query.parse("name=a&wait=1s", KNOWN);
        Query other = Query.parse("wait=9s&name=a", KNOWN);
        // When / Then
        assertThat(one.without("wait")).isEqualTo(other.without("wait")).isNotEqualTo(one.without("name"));
    }
}
