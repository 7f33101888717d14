package dev.berth.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.error.BerthException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class WarmUpCallTests {

    @Test
    void parseReadsPathsAndStatuses() {
        assertThat(WarmUpCall.parse(" /items?page=1 200,/health , / 301"))
                .containsExactly(
                        new WarmUpCall("/items?page=1", Optional.of(200)),
                        new WarmUpCall("/health", Optional.empty()),
                        new WarmUpCall("/", Optional.of(301)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "items", "/items abc", "/items 20", "/items 2000", "/items 200 300", "/a,,/b"})
    void parseWhenAnEntryIsNoCallRefuses(String attribute) {
        assertThatThrownBy(() -> WarmUpCall.parse(attribute))
                .isInstanceOf(BerthException.class)
                .hasMessageContaining("is not a path with a status after it");
    }

    @Test
    void ofReadsSettings() {
        // Given
        MockEnvironment environment = new MockEnvironment()
                .withProperty("berth.warm-up[0].path", "/a")
                .withProperty("berth.warm-up[0].status", "404")
                .withProperty("berth.warm-up[1].path", "/b");
        // When
        Optional<List<WarmUpCall>> calls = WarmUpCall.of(environment);
        // Then
        assertThat(calls)
                .contains(List.of(new WarmUpCall("/a", Optional.of(404)), new WarmUpCall("/b", Optional.empty())));
    }

    @Test
    void ofWhenThereAreNoSettingsHasNothing() {
        assertThat(WarmUpCall.of(new MockEnvironment())).isEmpty();
    }

    @Test
    void ofWhenAPathIsMissingRefuses() {
        assertThatThrownBy(() -> WarmUpCall.of(new MockEnvironment().withProperty("berth.warm-up[0].status", "200")))
                .hasStackTraceContaining("Warm-up call '' is not a path with a status after it");
    }

    @Test
    void acceptsWhatIsExpectedOrElseAnySuccess() {
        assertThat(new WarmUpCall("/", Optional.empty()).accepts(204)).isTrue();
        assertThat(new WarmUpCall("/", Optional.empty()).accepts(302)).isFalse();
        assertThat(new WarmUpCall("/", Optional.of(401)).accepts(401)).isTrue();
        assertThat(new WarmUpCall("/", Optional.of(401)).accepts(200)).isFalse();
    }
}
