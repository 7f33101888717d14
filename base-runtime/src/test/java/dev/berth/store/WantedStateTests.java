package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.biz.Digest;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WantedStateTests {

    private final WantedBiz catalog = wanted("catalog", "1.0", 'a');
    private final WantedBiz pricing = wanted("pricing", "1.0", 'b');

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
    void withWhenSameVersionIsThereReplacesItInPlace() {
        // Given
        WantedState state = WantedState.empty().with(catalog).with(pricing);
        WantedBiz other = wanted("catalog", "1.0", 'c');
        // When
        WantedState changed = state.with(other);
        // Then
        assertThat(changed.biz()).containsExactly(other, pricing);
    }

    @Test
    void withoutNameLeavesOutEveryVersion() {
        // Given
        WantedState state = WantedState.empty().with(catalog).with(pricing).with(wanted("catalog", "2.0", 'd'));
        // When
        WantedState changed = state.without(new BizName("catalog"));
        // Then
        assertThat(changed.biz()).containsExactly(pricing);
    }

    @Test
    void withoutIdLeavesOutThatVersionAlone() {
        // Given
        WantedBiz newer = wanted("catalog", "2.0", 'd');
        WantedState state = WantedState.empty().with(catalog).with(newer);
        // When
        WantedState changed = state.without(new BizId(new BizName("catalog"), new BizVersion("1.0")));
        // Then
        assertThat(changed.biz()).containsExactly(newer);
    }

    static WantedBiz wanted(String name, String version, char digit) {
        return new WantedBiz(
                new BizName(name),
                new BizVersion(version),
                new Digest(String.valueOf(digit).repeat(64)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
