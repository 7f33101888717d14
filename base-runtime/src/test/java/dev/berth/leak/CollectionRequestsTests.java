package dev.berth.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often the garbage collector is asked for collections. */
class CollectionRequestsTests {

    private long now = 1_000_000_000;
    private Duration cost = Duration.ofMillis(10);

    private boolean concurrent;
    private final List<String> made = new ArrayList<>();

    private final CollectionRequests requests = requests(0.1);

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
        requests.ask(false);
        // When
        requests.wanted();
        // Then
        assertThat(requests.nanosUntilDue()).isEqualTo(Duration.ofSeconds(1).toNanos());
    }

    @Test
    void collectionWhenTheyTakeLongLeavesNeighboursNineTenthsOfTheTime() {
        // Given
        cost = Duration.ofSeconds(2);
        requests.ask(false);
        // When
        requests.wanted();
        // Then
        assertThat(requests.nanosUntilDue()).isEqualTo(Duration.ofSeconds(18).toNanos());
    }

    @Test
    void collectionWhenTheyMayTakeHalfOfTheTimeRestsAsLongAsItTook() {
        // Given
        cost = Duration.ofSeconds(2);
        CollectionRequests half = requests(0.5);
        // When
        half.ask(false);
        // Then
        assertThat(half.nanosUntilDue()).isEqualTo(Duration.ofSeconds(2).toNanos());
    }

    @Test
    void collectionsThatDoNotHelpComeLessAndLessOften() {
        // When
        requests.ask(false);
        long first = requests.nanosUntilDue();
        requests.ask(false);
        long second = requests.nanosUntilDue();
        requests.ask(false);
        long third = requests.nanosUntilDue();
        // Then
        assertThat(first).isEqualTo(Duration.ofSeconds(1).toNanos());
        assertThat(second).isEqualTo(Duration.ofSeconds(2).toNanos());
        assertThat(third).isEqualTo(Duration.ofSeconds(4).toNanos());
    }

    @Test
    void everythingIsStoppedOnlyWhenCollectionsBesideTheApplicationDoNotHelp() {
        // Given
        concurrent = true;
        // When
        requests.ask(false);
        requests.ask(false);
        long none = requests.thoroughOver();
        requests.ask(false);
        // Then
        assertThat(made).containsExactly("gently", "gently", "thoroughly");
        assertThat(none).isZero();
        assertThat(requests.thoroughOver()).isEqualTo(1);
    }

    @Test
    void collectionForALoaderWhoseTimeIsOverIsThorough() {
        // Given
        concurrent = true;
        // When
        requests.ask(true);
        // Then
        assertThat(made).containsExactly("thoroughly");
    }

    @Test
    void collectionBesideTheApplicationRestsAsLongAsItTook() {
        // Given
        concurrent = true;
        cost = Duration.ofSeconds(2);
        // When
        requests.ask(false);
        // Then
        assertThat(requests.nanosUntilDue()).isEqualTo(Duration.ofSeconds(2).toNanos());
    }

    @Test
    void collectionsAndTheirTimeAreCounted() {
        // When
        requests.ask(false);
        requests.ask(false);
        // Then
        assertThat(requests.asked()).isEqualTo(2);
        assertThat(requests.total()).isEqualTo(Duration.ofMillis(20));
    }

    private CollectionRequests requests(double share) {
        return new CollectionRequests(
                new LeakSettings(Duration.ofSeconds(10), Duration.ofSeconds(1), share), new Taking(), () -> now);
    }

    private final class Taking implements Collector {

        @Override
        public boolean isConcurrent() {
            return concurrent;
        }

        @Override
        public void gently() {
            made.add("gently");
            now += cost.toNanos();
        }

        @Override
        public void thoroughly() {
            made.add("thoroughly");
            now += cost.toNanos();
        }
    }
}
