package dev.berth.ark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.artifact.LibraryCoordinates;
import dev.berth.testing.LibraryJar;
import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaseReferencesTests {

    private static final Set<LibraryCoordinates> LOW =
            Set.of(new LibraryCoordinates(Optional.of("com.acme"), "low", Optional.of("1")));

    @TempDir
    private Path directory;

    private Path cache;
    private BaseLocation top;
    private BaseLocation low;

    @BeforeEach
    void writeLibraries() {
        cache = directory.resolve("work/references");
        Path lowJar = LibraryJar.of("com.acme:low:1")
                .source("package com.acme.low; public class Low {}")
                .write(directory);
        Path topJar = LibraryJar.of("com.acme:top:1")
                .source("package com.acme.top; public class Top extends com.acme.low.Low {}")
                .compiledAgainst(lowJar)
                .write(directory);
        top = location(0, topJar);
        low = location(1, lowJar);
    }

    @Test
    void getFindsTheLibrariesWhosePackagesTheClassesMentionButNotItself() {
        assertThat(references().of(top).get()).isEqualTo(LOW);
        assertThat(references().of(low).get()).isEmpty();
    }

    @Test
    void ofReadsNothingBeforeSomebodyAsks() throws IOException {
        // When
        references().of(top);

        // Then
        assertThat(cache).doesNotExist();
    }

    @Test
    void getKeepsWhatItFindsForTheNextStart() throws IOException {
        // Given
        references().of(top).get();
        Path kept = only(cache);
        Files.writeString(kept, "0\n");

        // When: another base in the same home
        Set<LibraryCoordinates> found = references().of(top).get();

        // Then: it has looked there, not into the classes
        assertThat(found).isEmpty();
    }

    @Test
    void getWhenWhatWasKeptIsNotWholeReadsTheClasses() throws IOException {
        // Given
        references().of(top).get();
        Files.writeString(only(cache), "7\ncom/acme/top\n");

        // When / Then
        assertThat(references().of(top).get()).isEqualTo(LOW);
    }

    @Test
    void getWhenNothingCanBeKeptFindsAllTheSame() throws IOException {
        // Given
        Files.writeString(Files.createDirectories(cache.getParent()).resolve("references"), "a file");

        // When / Then
        assertThat(references().of(top).get()).isEqualTo(LOW);
    }

    @Test
    void getReadsOnce() throws IOException {
        // Given
        Supplier<Set<LibraryCoordinates>> references = references().of(top);
        references.get();
        Files.delete(only(cache));
        Files.delete(directory.resolve("top-1.jar"));

        // When / Then
        assertThat(references.get()).isEqualTo(LOW);
    }

    private BaseReferences references() {
        return new BaseReferences(List.of(top, low), new ReferenceCache(cache));
    }

    private static BaseLocation location(int index, Path jar) {
        try {
            return BaseLocation.read(index, jar.toUri().toURL());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }
}
