package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizVersion;
import dev.berth.biz.ContextPath;
import dev.berth.biz.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WantedStateStoreTests {

    @TempDir
    Path home;

    private WantedStateStore store;

    @BeforeEach
    void openStore() {
        store = new WantedStateStore(home, Clock.fixed(Instant.ofEpochMilli(42), ZoneOffset.UTC));
    }

    @Test
    void loadWhenFileIsMissingWantsNothing() {
        assertThat(store.load()).isEqualTo(WantedState.empty());
    }

    @Test
    void loadReturnsWhatWasSaved() {
        // Given
        WantedState state = WantedState.empty()
                .with(WantedBizTests.active("catalog", "0.9")
                        .activated(new WantedVersion(
                                new BizVersion("1.0+7"),
                                new Digest("a".repeat(64)),
                                Optional.of(new ContextPath("/shop")),
                                Optional.of(new ContextPath("/shop")),
                                Optional.of("catalog-1.0.jar"),
                                Optional.of(Duration.ofSeconds(90))))
                        .besides(WantedBizTests.version("1.1"))
                        .stopped())
                .with(WantedBizTests.active("pricing", "2"));
        store.save(state);
        // When
        WantedState loaded = store.load();
        // Then
        assertThat(loaded).isEqualTo(state);
    }

    @Test
    void saveWritesIdentitiesAsText() throws IOException {
        // When
        store.save(WantedState.empty().with(WantedBizTests.active("pricing", "2")));
        // Then
        assertThat(Files.readString(home.resolve("wanted.json")))
                .contains(
                        "\"name\" : \"pricing\"",
                        "\"mode\" : \"active\"",
                        "\"version\" : \"2\"",
                        "\"digest\" : \"" + "b".repeat(64) + "\"");
    }

    @Test
    void loadWhenFileIsCutOffSetsItAsideAndWantsNothing() throws IOException {
        // Given
        store.save(WantedState.empty().with(WantedBizTests.active("pricing", "2")));
        String whole = Files.readString(home.resolve("wanted.json"));
        String half = whole.substring(0, whole.length() / 2);
        Files.writeString(home.resolve("wanted.json"), half);
        // When
        WantedState loaded = store.load();
        // Then
        assertThat(loaded).isEqualTo(WantedState.empty());
        assertThat(home.resolve("wanted.json.damaged-42")).hasContent(half);
    }

    @Test
    void loadWhenFileIsEmptySetsItAside() throws IOException {
        // Given
        Files.createFile(home.resolve("wanted.json"));
        // When
        WantedState loaded = store.load();
        // Then
        assertThat(loaded).isEqualTo(WantedState.empty());
        assertThat(home.resolve("wanted.json.damaged-42")).exists();
    }

    @Test
    void loadWhenOneEntryIsDamagedKeepsTheOthers() throws IOException {
        // Given
        WantedBiz good = WantedBizTests.active("pricing", "2");
        store.save(
                WantedState.empty().with(WantedBizTests.active("catalog", "1")).with(good));
        Path file = home.resolve("wanted.json");
        Files.writeString(file, Files.readString(file).replace("\"catalog\"", "\"../catalog\""));
        // When
        WantedState loaded = store.load();
        // Then
        assertThat(loaded.biz()).containsExactly(good);
        assertThat(home.resolve("wanted.json.damaged-42")).exists();
    }

    @Test
    void loadWhenAnEntryHasNoDigestLeavesItOut() throws IOException {
        // Given
        Files.writeString(
                home.resolve("wanted.json"), "{\"format\":1,\"biz\":[{\"name\":\"catalog\",\"version\":\"1\"}]}");
        // When / Then
        assertThat(store.load().biz()).isEmpty();
    }

    @Test
    void loadWhenFormatIsThatOfEarlierBuildsReadsEachAsActive() throws IOException {
        // Given
        Files.writeString(
                home.resolve("wanted.json"),
                "{\"format\":1,\"biz\":[{\"name\":\"pricing\",\"version\":\"2\",\"digest\":\"" + "b".repeat(64) + "\"},"
                        + "{\"name\":\"catalog\",\"version\":\"1\",\"digest\":\"" + "b".repeat(64) + "\"}]}");
        // When
        WantedState loaded = store.load();
        // Then
        assertThat(loaded.biz())
                .containsExactly(WantedBizTests.active("pricing", "2"), WantedBizTests.active("catalog", "1"));
        assertThat(home.resolve("wanted.json.damaged-42")).doesNotExist();
    }

    @Test
    void loadWhenFormatIsNewerSetsItAside() throws IOException {
        // Given
        Files.writeString(home.resolve("wanted.json"), "{\"format\":3,\"biz\":[]}");
        // When
        store.load();
        // Then
        assertThat(home.resolve("wanted.json.damaged-42")).exists();
    }

    @Test
    void saveWhenAKilledProcessLeftItsTemporaryFileSucceeds() throws IOException {
        // Given
        Files.writeString(home.resolve("wanted.json.tmp"), "{\"form");
        WantedState state = WantedState.empty().with(WantedBizTests.active("pricing", "2"));
        // When
        store.save(state);
        // Then
        assertThat(store.load()).isEqualTo(state);
        assertThat(home.resolve("wanted.json.tmp")).doesNotExist();
    }
}
