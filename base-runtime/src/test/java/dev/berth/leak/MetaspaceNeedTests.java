package dev.berth.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizName;
import dev.berth.lifecycle.BizStart;
import dev.berth.lifecycle.HostingRoom.Shortage;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionFixture;
import org.junit.jupiter.api.Test;

/** What a biz took before decides whether it fits again. */
class MetaspaceNeedTests {

    private static final BizName CATALOG = new BizName("catalog");

    private ClassSpaces spaces = new ClassSpaces(1_000, 10_000, 100, 10_000);
    private final MetaspaceNeed need = new MetaspaceNeed(() -> spaces);

    @Test
    void bizThatWasNeverHereFits() {
        // Given
        spaces = new ClassSpaces(1_000, 0, 100, 0);
        // Then
        assertThat(need.shortage(CATALOG)).isEmpty();
    }

    @Test
    void bizThatTookMoreThanIsLeftDoesNotFit() {
        // Given
        start(RevisionFixture.staged("catalog", 1), 500, 50);
        // When
        spaces = new ClassSpaces(2_000, 499, 200, 10_000);
        // Then
        assertThat(need.shortage(CATALOG)).contains(new Shortage("metaspace", 500, 499));
    }

    @Test
    void bizThatTookWhatIsLeftFits() {
        // Given
        start(RevisionFixture.staged("catalog", 1), 500, 50);
        // When
        spaces = new ClassSpaces(2_000, 500, 200, 10_000);
        // Then
        assertThat(need.shortage(CATALOG)).isEmpty();
    }

    @Test
    void classSpaceDecidesWhereMetaspaceHasNoLimit() {
        // Given
        start(RevisionFixture.staged("catalog", 1), 500, 50);
        // When
        spaces = new ClassSpaces(2_000, Long.MAX_VALUE, 200, 49);
        // Then
        assertThat(need.shortage(CATALOG)).contains(new Shortage("compressed class space", 50, 49));
    }

    @Test
    void startsThatOverlapAreNotMeasured() {
        // Given
        Revision first = RevisionFixture.staged("catalog", 1);
        Revision second = RevisionFixture.staged("pricing", 2);
        need.prepare(first, start());
        need.prepare(second, start());
        spaces = new ClassSpaces(9_000, 0, 900, 0);
        // When
        need.admit(first);
        need.admit(second);
        // Then
        assertThat(need.shortage(CATALOG)).isEmpty();
        assertThat(need.shortage(new BizName("pricing"))).isEmpty();
    }

    @Test
    void mostOfSeveralStartsOfOneJarCounts() {
        // Given
        start(RevisionFixture.staged("catalog", 1), 500, 50);
        // When
        start(RevisionFixture.staged("catalog", 2), 100, 10);
        spaces = new ClassSpaces(2_000, 400, 200, 10_000);
        // Then
        assertThat(need.shortage(CATALOG)).contains(new Shortage("metaspace", 500, 400));
    }

    private void start(Revision revision, long metaspace, long classSpace) {
        need.prepare(revision, start());
        spaces = new ClassSpaces(
                spaces.metaspaceUsed() + metaspace,
                spaces.metaspaceLeft() - metaspace,
                spaces.classSpaceUsed() + classSpace,
                spaces.classSpaceLeft() - classSpace);
        need.admit(revision);
    }

    private static BizStart start() {
        return new BizStart(MetaspaceNeedTests.class.getClassLoader());
    }
}
