package dev.berth.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UninstalledTests {

    @Test
    void collectedWhenTheBaseTellsOfNoLoaderIsFalse() {
        assertThat(Uninstalled.of(Map.of("status", "succeeded")).collected()).isFalse();
        assertThat(Uninstalled.of(Map.of("loaders", List.of())).collected()).isFalse();
    }

    @Test
    void collectedWhenEveryLoaderIsGoneIsTrue() {
        assertThat(Uninstalled.of(Map.of("loaders", List.of(loader("collected"))))
                        .collected())
                .isTrue();
    }

    @Test
    void collectedWhenOneOfTwoIsUnknownIsFalse() {
        // Given
        Uninstalled uninstalled = Uninstalled.of(Map.of("loaders", List.of(loader("collected"), loader("unknown"))));
        // When / Then
        assertThat(uninstalled.collected()).isFalse();
        assertThat(uninstalled.lingering()).singleElement().matches(Uninstalled.Loader::inexplicable);
    }

    @Test
    void toStringWhenAThreadHoldsItHasTheThreadAndItsStack() {
        // Given
        Map<String, Object> thread = Map.of(
                "kind",
                "thread",
                "description",
                "Thread 'poller' runs code of com.acme.Poller",
                "stack",
                "com.acme.Poller.run");
        Map<String, Object> held = Map.of("revision", "a:1#1", "outcome", "held", "holders", List.of(thread));
        // When / Then
        assertThat(Uninstalled.of(Map.of("loaders", List.of(held))))
                .asString()
                .contains("'a:1#1' is held", "thread: Thread 'poller'", "com.acme.Poller.run");
    }

    private static Map<String, Object> loader(String outcome) {
        return Map.of("revision", "a:1#1", "outcome", outcome, "holders", List.of());
    }
}
