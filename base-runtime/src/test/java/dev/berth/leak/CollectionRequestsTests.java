package dev.berth.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How often the garbage collector is asked for collections. */
class CollectionRequestsTests {

    private long now = 1_000_000_000;
    private Duration cost = Duration.ofMillis(10);

    private final CollectionRequests requests =
            new CollectionRequests(Duration.ofSeconds(1), () -> now += cost.toNanos(), () -> now);

    @Test
    void firstCollectionWaitsForWhatBelongsToTheClose() {
        // When
        requests.wanted();
        // Then
        assertThat(requests.nanosUntilDue()).isEqualTo(CollectionRequests.SETTLE.toNanos());
    }

    @Test
    void collectionWhenAnotherWasJustMadeWaitsForTheInterval() {
        // Given
        requests.ask();
        // When
        requests.wanted();
        // Then
        assertThat(requests.nanosUntilDue()).isEqualTo(Duration.ofSeconds(1).toNanos());
    }

    @Test
    void collectionWhenTheyTakeLongLeavesNeighboursNineTenthsOfTheTime() {
        // Given
        cost = Duration.ofSeconds(2);
        requests.ask();
        // When
        requests.wanted();
        // Then
        assertThat(requests.nanosUntilDue()).isEqualTo(Duration.ofSeconds(18).toNanos());
    }

    @Test
    void collectionsThatDoNotHelpComeLessAndLessOften() {
        // When
        requests.ask();
        long first = requests.nanosUntilDue();
        requests.ask();
        long second = requests.nanosUntilDue();
        requests.ask();
        long third = requests.nanosUntilDue();
        // Then
        assertThat(first).isEqualTo(Duration.ofSeconds(1).toNanos());
        assertThat(second).isEqualTo(Duration.ofSeconds(2).toNanos());
        assertThat(third).isEqualTo(Duration.ofSeconds(4).toNanos());
    }

    @Test
    void collectionsAndTheirTimeAreCounted() {
        // When
        requests.ask();
        requests.ask();
        // Then
        assertThat(requests.asked()).isEqualTo(2);
        assertThat(requests.total()).isEqualTo(Duration.ofMillis(20));
    }
}
