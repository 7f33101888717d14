package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.biz.Digest;
import dev.berth.store.WantedBiz.Mode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where versions go when others come. */
class WantedBizTests {

    private final WantedBiz none = WantedBiz.none(new BizName("catalog"));

    @Test
    void activatedRemembersWhatWasCurrent() {
        // When
        WantedBiz biz = none.activated(version("1")).activated(version("2")).activated(version("3"));
        // Then
        assertThat(biz.current()).contains(version("3"));
        assertThat(biz.earlier()).containsExactly(version("1"), version("2"));
        assertThat(biz.rollbackTarget()).contains(version("2"));
    }

    @Test
    void activatedWithTheCurrentVersionKeepsTheHistory() {
        // Given
        WantedBiz biz = none.activated(version("1")).activated(version("2"));
        // When / Then
        assertThat(biz.activated(version("2"))).isEqualTo(biz);
    }

    @Test
    void activatedWithAnEarlierVersionTakesItOutOfTheHistory() {
        // When
        WantedBiz biz = none.activated(version("1")).activated(version("2")).activated(version("1"));
        // Then
        assertThat(biz.current()).contains(version("1"));
        assertThat(biz.earlier()).containsExactly(version("2"));
    }

    @Test
    void rollbackTwiceGoesBackTwoVersionsAndNeverToTheBadOne() {
        // Given
        WantedBiz biz = none.activated(version("1")).activated(version("2")).activated(version("3"));
        // When
        WantedBiz once = biz.rolledBackTo(biz.rollbackTarget().orElseThrow());
        WantedBiz twice = once.rolledBackTo(once.rollbackTarget().orElseThrow());
        // Then
        assertThat(once.current()).contains(version("2"));
        assertThat(twice.current()).contains(version("1"));
        assertThat(twice.rollbackTarget()).isEmpty();
        assertThat(twice.left()).containsExactly(version("3"), version("2"));
        assertThat(twice.version(new BizVersion("3"))).contains(version("3"));
    }

    @Test
    void besideIsNotCurrentUntilItIsActivated() {
        // Given
        WantedBiz biz = none.activated(version("1")).besides(version("2"));
        // When
        WantedBiz switched = biz.activated(version("2"));
        // Then
        assertThat(biz.current()).contains(version("1"));
        assertThat(biz.isBeside(new BizVersion("2"))).isTrue();
        assertThat(switched.beside()).isEmpty();
        assertThat(switched.earlier()).containsExactly(version("1"));
    }

    @Test
    void besideAloneIsInstalledAndCanNotBeStopped() {
        // When
        WantedBiz biz = none.besides(version("1"));
        // Then
        assertThat(biz.installed()).isTrue();
        assertThat(biz.mode()).isEqualTo(Mode.BESIDE);
        assertThat(biz.stopped()).isEqualTo(biz);
        assertThat(biz.runs(new BizVersion("1"))).isTrue();
    }

    @Test
    void stoppedKeepsTheVersionUntilItIsActivatedAgain() {
        // When
        WantedBiz stopped = none.activated(version("1")).stopped();
        // Then
        assertThat(stopped.isStopped()).isTrue();
        assertThat(stopped.runs(new BizVersion("1"))).isFalse();
        assertThat(stopped.activated(version("1"))).isEqualTo(none.activated(version("1")));
    }

    @Test
    void withoutTheCurrentVersionNothingIsInstalledUnlessOthersAreBeside() {
        // Given
        WantedBiz biz = none.activated(version("1")).activated(version("2"));
        // When / Then
        assertThat(biz.without(new BizVersion("2")).installed()).isFalse();
        assertThat(biz.besides(version("3")).without(new BizVersion("2")).installed())
                .isTrue();
        assertThat(biz.without(new BizVersion("1")).rollbackTarget()).isEmpty();
    }

    @Test
    void historyIsBounded() {
        // Given
        WantedBiz biz = none;
        // When
        for (int number = 0; number < 30; number++) {
            biz = biz.activated(version(Integer.toString(number)));
        }
        // Then
        assertThat(biz.earlier()).hasSize(WantedBiz.REMEMBERED);
        assertThat(biz.rollbackTarget()).contains(version("28"));
    }

    @Test
    void changesAreCopiesOfLists() {
        // Given
        WantedBiz biz = none.activated(version("1"));
        // When
        biz.besides(version("2"));
        // Then
        assertThat(biz.beside()).isEqualTo(List.of());
    }

    static WantedBiz active(String name, String version) {
        return WantedBiz.none(new BizName(name)).activated(version(version));
    }

    static WantedVersion version(String version) {
        return new WantedVersion(
                new BizVersion(version),
                new Digest("b".repeat(64)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
