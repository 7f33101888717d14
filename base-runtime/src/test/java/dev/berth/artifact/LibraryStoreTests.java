package dev.berth.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryStoreTests {

    private static final byte[] LIBRARY = TinyJar.mavenLibrary("org.csv", "csv", "1", "csv/Reader");

    @TempDir
    Path home;

    @Test
    void obtainKeepsFileNameAndBytes() throws IOException {
        // When
        Path file = obtain(store(), "csv-1.jar", LIBRARY);

        // Then
        assertThat(file.getFileName()).hasToString("csv-1.jar");
        assertThat(file.getParent().getFileName().toString()).matches("[0-9a-f]{64}");
        assertThat(Files.readAllBytes(file)).isEqualTo(LIBRARY);
        assertThat(LibraryReader.read(file, "csv-1.jar").packages()).containsExactly("csv");
    }

    @Test
    void obtainFromAnotherJarSharesTheFile() throws IOException {
        // Given
        Path first = obtain(store(), "csv-1.jar", LIBRARY);
        Object key = Files.getAttribute(first, "unix:ino");

        // When
        Path second = obtain(store(), "renamed.jar", LIBRARY, "another jar");

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(Files.getAttribute(second, "unix:ino")).isEqualTo(key);
        assertThat(files()).hasSize(1);
    }

    @Test
    void obtainWhenTheFileWasDeletedExtractsAnew() throws IOException {
        // Given
        LibraryStore store = store();
        Files.delete(obtain(store, "csv-1.jar", LIBRARY));

        // When / Then
        assertThat(obtain(store, "csv-1.jar", LIBRARY)).exists();
    }

    @Test
    void obtainWhenOtherBytesHaveTheSameNameKeepsBoth() {
        // Given
        LibraryStore store = store();

        // When
        Path first = obtain(store, "csv-1.jar", LIBRARY);
        Path second = obtain(store, "csv-1.jar", TinyJar.mavenLibrary("org.csv", "csv", "1", "csv/Other"));

        // Then
        assertThat(first).isNotEqualTo(second);
        assertThat(files()).hasSize(2);
    }

    @Test
    void openDeletesWhatAKilledBaseLeft() throws IOException {
        // Given
        Path file = obtain(store(), "csv-1.jar", LIBRARY);
        Files.write(home.resolve("artifacts/lib/.incoming-1"), LIBRARY);

        // When
        store();

        // Then
        assertThat(files()).containsExactly(file);
    }

    @Test
    void obtainFromManyThreadsLeavesOneFile() throws Exception {
        // Given
        LibraryStore store = store();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Path>> calls = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            Artifact artifact = jar("csv-1.jar", LIBRARY, "jar " + i);
            calls.add(() -> obtain(store, artifact, "csv-1.jar"));
        }

        // When
        Set<Path> found = new HashSet<>();
        for (Future<Path> each : threads.invokeAll(calls)) {
            found.add(each.get());
        }
        threads.shutdown();

        // Then
        assertThat(found).hasSize(1);
        assertThat(files()).containsExactlyElementsOf(found);
    }

    private LibraryStore store() {
        return new LibraryStore(home, ArchiveLimits.defaults());
    }

    private Path obtain(LibraryStore store, String fileName, byte[] library) {
        return obtain(store, fileName, library, "the jar");
    }

    private Path obtain(LibraryStore store, String fileName, byte[] library, String marker) {
        return obtain(store, jar(fileName, library, marker), fileName);
    }

    private static Path obtain(LibraryStore store, Artifact artifact, String fileName) {
        try (JarFile jar = new JarFile(artifact.file().toFile())) {
            return store.obtain(artifact.digest(), jar, jar.getEntry("lib/" + fileName));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Artifact jar(String fileName, byte[] library, String marker) {
        return TinyJar.jar()
                .entry("marker", marker)
                .entry("lib/" + fileName, library)
                .in(home);
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.walk(home.resolve("artifacts/lib"))) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
