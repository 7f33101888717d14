package dev.berth.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TroublesTests {

    private final Revision revision = RevisionFixture.staged("catalog", 1);

    @Test
    void reportOfTheSameTroubleIsCountedAndSaysWhatWasLast() {
        // When
        revision.report(Trouble.Kind.ERROR, "It broke", "GET /one");
        revision.report(Trouble.Kind.ERROR, "It broke", "GET /two");

        // Then
        assertThat(revision.troubles()).singleElement().satisfies(trouble -> {
            assertThat(trouble.count()).isEqualTo(2);
            assertThat(trouble.during()).isEqualTo("GET /two");
            assertThat(trouble.thread()).isEqualTo(Thread.currentThread().getName());
            assertThat(trouble.last()).isAfterOrEqualTo(trouble.first());
        });
    }

    @Test
    void reportOfManyDifferentTroublesKeepsTheNewest() {
        // When
        IntStream.range(0, Troubles.KEPT + 5)
                .forEach(number -> revision.report(Trouble.Kind.ERROR, "Trouble " + number, "GET /"));

        // Then
        assertThat(revision.troubles())
                .hasSize(Troubles.KEPT)
                .extracting(Trouble::message)
                .startsWith("Trouble " + (Troubles.KEPT + 4))
                .doesNotContain("Trouble 4");
    }

    @Test
    void reportOfATroubleThatHappensAgainMakesItTheNewest() {
        // Given
        revision.report(Trouble.Kind.ERROR, "One", "GET /");
        revision.report(Trouble.Kind.ERROR, "Two", "GET /");

        // When
        revision.report(Trouble.Kind.ERROR, "One", "GET /");

        // Then
        assertThat(revision.troubles()).extracting(Trouble::message).containsExactly("One", "Two");
    }

    @Test
    void reportOfALongTextWithLineBreaksIsOneShortLine() {
        // When
        revision.report(Trouble.Kind.ERROR, "a\nb" + "c".repeat(10_000), "GET /");

        // Then
        assertThat(revision.troubles()).singleElement().satisfies(trouble -> assertThat(trouble.message())
                .startsWith("a bc")
                .hasSizeLessThan(400));
    }
}
