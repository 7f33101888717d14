package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizName;
import org.junit.jupiter.api.Test;

class WantedStateTests {

    private final WantedBiz catalog = WantedBizTests.active("catalog", "1.0");
    private final WantedBiz pricing = WantedBizTests.active("pricing", "1.0");

    @Test
    void withKeepsTheOrderOfInstalls() {
        // Given
        WantedState state = WantedState.empty();
        // When
        WantedState changed = state.with(pricing).with(catalog);
        // Then
        assertThat(changed.biz()).containsExactly(pricing, catalog);
        assertThat(state.biz()).isEmpty();
    }

    @Test
    void withWhenNameIsThereReplacesItInPlace() {
        // Given
        WantedState state = WantedState.empty().with(catalog).with(pricing);
        WantedBiz other = WantedBizTests.active("catalog", "2.0");
        // When
        WantedState changed = state.with(other);
        // Then
        assertThat(changed.biz()).containsExactly(other, pricing);
        assertThat(changed.find(new BizName("catalog"))).contains(other);
    }

    @Test
    void withoutLeavesOutThatBizAlone() {
        // Given
        WantedState state = WantedState.empty().with(catalog).with(pricing);
        // When
        WantedState changed = state.without(new BizName("catalog"));
        // Then
        assertThat(changed.biz()).containsExactly(pricing);
        assertThat(changed.find(new BizName("catalog"))).isEmpty();
    }
}
