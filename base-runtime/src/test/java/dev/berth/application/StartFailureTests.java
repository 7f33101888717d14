package dev.berth.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.error.BerthException;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartFailureTests {

    private final Revision revision = RevisionFixture.staged("shop", 1);

    @Test
    void describeWhenSpringNamesAFileLeavesOutWhereTheHomeLies() {
        // Given
        Path file = revision.spec().workDirectory().toAbsolutePath().resolve("biz/classes/Till.class");
        StartFailure failure = new StartFailure(
                revision,
                Optional.of(new StartAnalysis("Bean till, defined in file [" + file + "], is amiss", "See " + file)),
                List.of());
        // When
        BerthException told = failure.describe(new IllegalStateException("any"));
        // Then
        assertThat(told).hasMessageEndingWith("Bean till, defined in file [biz/classes/Till.class], is amiss");
        assertThat(told.remedy()).isEqualTo("See biz/classes/Till.class");
    }
}
