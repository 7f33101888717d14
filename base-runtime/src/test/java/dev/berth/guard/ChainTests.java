package dev.berth.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class ChainTests {

    private final Chain chain = new Chain(Objects::equals);

    @Test
    void removeOfTheOnlyLinkGivesTheOriginal() {
        // Given
        chain.set("a#1", "original", "a");
        // When / Then
        assertThat(chain.remove("a#1", "a")).isEqualTo(new Chain.Rest(true, "original"));
        assertThat(chain.isEmpty()).isTrue();
    }

    @Test
    void removeInTheOrderOfTheChangesEndsWithTheOriginal() {
        // Given
        chain.set("a#1", "original", "a");
        chain.set("b#2", "a", "b");
        // When
        Chain.Rest first = chain.remove("a#1", "b");
        Chain.Rest second = chain.remove("b#2", "b");
        // Then
        assertThat(first.isDue()).isFalse();
        assertThat(second).isEqualTo(new Chain.Rest(true, "original"));
    }

    @Test
    void removeInTheOtherOrderGoesBackStepByStep() {
        // Given
        chain.set("a#1", null, "a");
        chain.set("b#2", "a", "b");
        // When
        Chain.Rest first = chain.remove("b#2", "b");
        Chain.Rest second = chain.remove("a#1", "a");
        // Then
        assertThat(first).isEqualTo(new Chain.Rest(true, "a"));
        assertThat(second).isEqualTo(new Chain.Rest(true, null));
    }

    @Test
    void removeWhenSomebodyElseHasChangedItSincePutsNothingBack() {
        // Given
        chain.set("a#1", "original", "a");
        // When / Then
        assertThat(chain.remove("a#1", "of somebody else").isDue()).isFalse();
    }

    @Test
    void removeWhenAnotherRevisionHasSetTheSameKeepsItForThatOne() {
        // Given
        chain.set("a#1", "original", "a");
        chain.set("a#2", "a", "a");
        // When
        Chain.Rest first = chain.remove("a#1", "a");
        Chain.Rest second = chain.remove("a#2", "a");
        // Then
        assertThat(first.isDue()).isFalse();
        assertThat(second).isEqualTo(new Chain.Rest(true, "original"));
    }

    @Test
    void removeWhenTheNextOneCouldNotPutItsOwnInPlacePutsThatThere() {
        // Given
        chain.set("a#1", null, "provider of a#1");
        chain.set("a#2", "provider of a#1", "provider of a#2");
        // When
        Chain.Rest rest = chain.remove("a#1", "provider of a#1");
        // Then
        assertThat(rest).isEqualTo(new Chain.Rest(true, "provider of a#2"));
    }

    @Test
    void setToWhatItIsIsNoChange() {
        // When
        chain.set("a#1", "original", "original");
        // Then
        assertThat(chain.isEmpty()).isTrue();
    }

    @Test
    void setBackByTheSameRevisionIsNoChangeAnyMore() {
        // Given
        chain.set("a#1", "original", "a");
        // When
        chain.set("a#1", "a", "original");
        // Then
        assertThat(chain.isEmpty()).isTrue();
    }

    @Test
    void handOverKeepsTheOriginalForTheHeir() {
        // Given
        chain.set("a#1", "original", "a");
        chain.set("b#2", "a", "b");
        // When
        chain.handOver("a#1", "a#3");
        // Then
        assertThat(chain.remove("b#2", "b")).isEqualTo(new Chain.Rest(true, "a"));
        assertThat(chain.remove("a#3", "a")).isEqualTo(new Chain.Rest(true, "original"));
    }

    @Test
    void handOverToTheNextOneMakesOneLinkOfBoth() {
        // Given
        chain.set("a#1", "original", "a");
        chain.set("a#2", "a", "a");
        // When
        chain.handOver("a#1", "a#2");
        // Then
        assertThat(chain.remove("a#2", "a")).isEqualTo(new Chain.Rest(true, "original"));
    }
}
