package dev.berth.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SenderTests {

    private final AtomicInteger version = new AtomicInteger(1);
    private final AnsweringServer server = new AnsweringServer(version::get);
    private final NewestVersion newest = new NewestVersion();
    private final Tally tally = new Tally();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void sendWhenTheAnswerIsRightIsAnswered(Traffic traffic) {
        // Given
        try (Sender sender = sender(traffic)) {
            // When / Then
            assertThat(sender.send(5)).isEqualTo(Outcome.ANSWERED);
            assertThat(sender.send(6)).isEqualTo(Outcome.ANSWERED);
        }
        assertThat(tally.count(traffic, List.of(Outcome.ANSWERED))).isEqualTo(2);
    }

    @Test
    void sendWhenTheStatusIsWrongTellsIt() {
        // Given
        version.set(0);
        try (Sender sender = sender(Traffic.GET_KEPT)) {
            // When / Then
            assertThat(sender.send(5)).isEqualTo(Outcome.STATUS);
        }
        assertThat(tally.samples()).singleElement().asString().contains("wrong status: 404");
    }

    @Test
    void sendWhenAnOlderVersionAnswersThanAnyoneHasSeenIsStale() {
        // Given
        newest.seen(2);
        try (Sender sender = sender(Traffic.GET_FRESH)) {
            // When / Then
            assertThat(sender.send(5)).isEqualTo(Outcome.STALE);
        }
    }

    @Test
    void sendWhenANewerVersionAnswersMakesTheOlderStaleForOthers() {
        // Given
        try (Sender first = sender(Traffic.GET_KEPT);
                Sender second = sender(Traffic.POST_KEPT)) {
            version.set(2);
            first.send(5);
            // When
            version.set(1);
            Outcome outcome = second.send(5);
            // Then
            assertThat(outcome).isEqualTo(Outcome.STALE);
        }
    }

    @Test
    void sendWhenNobodyListensIsAConnectionErrorAndTheNextOneConnectsAgain() {
        // Given
        server.close();
        try (Sender sender = sender(Traffic.GET_KEPT)) {
            // When / Then
            assertThat(sender.send(5)).isEqualTo(Outcome.NO_CONNECTION);
            assertThat(sender.send(5)).isEqualTo(Outcome.NO_CONNECTION);
        }
        assertThat(tally.count(Outcome.LOST)).isEqualTo(2);
    }

    private Sender sender(Traffic traffic) {
        return new Sender(server.port(), traffic, newest, tally, new SlowTime());
    }
}
