package dev.berth.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.biz.Digest;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactStoreTests {

    private static final byte[] BODY = {1, 2, 3};
    private static final Digest DIGEST = new Digest("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");

    @TempDir
    Path home;

    @Test
    void addStoresTheBytesUnderTheirDigest() throws IOException {
        // When
        Artifact artifact = store().add(new ByteArrayInputStream(BODY));

        // Then
        assertThat(artifact.digest()).isEqualTo(DIGEST);
        assertThat(artifact.size()).isEqualTo(3);
        assertThat(artifact.file()).isEqualTo(home.resolve("artifacts/sha256/" + DIGEST + ".jar"));
        assertThat(Files.readAllBytes(artifact.file())).isEqualTo(BODY);
        assertThat(files()).hasSize(1);
    }

    @Test
    void addWhenTheSameIsThereKeepsTheOldFile() throws IOException {
        // Given
        ArtifactStore store = store();
        Artifact first = store.add(new ByteArrayInputStream(BODY));
        Object key = Files.readAttributes(first.file(), "unix:ino").get("ino");

        // When
        Artifact second = store.add(new ByteArrayInputStream(BODY));

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(Files.readAttributes(second.file(), "unix:ino").get("ino")).isEqualTo(key);
        assertThat(files()).hasSize(1);
    }

    @Test
    void addWhenAnnouncementsAgreeStores() {
        // When
        Artifact artifact = store().add(new ByteArrayInputStream(BODY), announced(3, DIGEST));

        // Then
        assertThat(artifact.digest()).isEqualTo(DIGEST);
    }

    @Test
    void addWhenShorterThanAnnouncedLeavesNothing() {
        assertRefused(ErrorCode.UPLOAD_INCOMPLETE, new ByteArrayInputStream(BODY), announced(4, DIGEST));
    }

    @Test
    void addWhenLongerThanAnnouncedLeavesNothing() {
        assertRefused(ErrorCode.UPLOAD_INCOMPLETE, new ByteArrayInputStream(BODY), announced(2, DIGEST));
    }

    @Test
    void addWhenDigestDiffersLeavesNothing() {
        assertRefused(
                ErrorCode.DIGEST_MISMATCH, new ByteArrayInputStream(BODY), announced(3, new Digest("0".repeat(64))));
    }

    @Test
    void addWhenStreamBreaksOffLeavesNothing() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertRefused(
                ErrorCode.UPLOAD_INCOMPLETE,
                new SequenceInputStream(new ByteArrayInputStream(BODY), broken),
                Announced.nothing());
    }

    @Test
    void addWhenLargerThanTheLimitLeavesNothing() {
        assertRefused(ErrorCode.ARTIFACT_TOO_LARGE, new ByteArrayInputStream(new byte[101]), Announced.nothing());
    }

    @Test
    void addWhenAnnouncedLargerThanTheLimitReadsNothing() {
        // Given
        ByteArrayInputStream body = new ByteArrayInputStream(new byte[101]);

        // When
        assertRefused(ErrorCode.ARTIFACT_TOO_LARGE, body, new Announced(OptionalLong.of(101), Optional.empty()));

        // Then
        assertThat(body.available()).isEqualTo(101);
    }

    @Test
    void addWhenDiskFailsNamesNoPath() throws IOException {
        // Given
        ArtifactStore store = store();
        Files.delete(home.resolve("artifacts/sha256"));

        // When / Then
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> store.add(new ByteArrayInputStream(BODY)))
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_FAILED);
                    assertThat(e.getMessage()).doesNotContain(home.toString());
                });
    }

    @Test
    void openDeletesWhatAKilledBaseLeft() throws IOException {
        // Given
        Artifact artifact = store().add(new ByteArrayInputStream(BODY));
        Files.write(home.resolve("artifacts/sha256/.incoming-1"), BODY);

        // When
        store();

        // Then
        assertThat(files()).containsExactly(artifact.file());
    }

    @Test
    void openWhenHomeIsAFileFails() throws IOException {
        // Given
        Path file = Files.write(home.resolve("file"), BODY);

        // When / Then
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> new ArtifactStore(file, ArchiveLimits.defaults()))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_FAILED));
    }

    @Test
    void findAndRemoveKnowOnlyWhatIsThere() {
        // Given
        ArtifactStore store = store();
        Artifact artifact = store.add(new ByteArrayInputStream(BODY));

        // When / Then
        assertThat(store.find(DIGEST)).contains(artifact);
        assertThat(store.remove(DIGEST)).isTrue();
        assertThat(store.remove(DIGEST)).isFalse();
        assertThat(store.find(DIGEST)).isEmpty();
    }

    @Test
    void addFromManyThreadsStoresOnce() throws Exception {
        // Given
        ArtifactStore store = store();
        ExecutorService threads = Executors.newFixedThreadPool(8);

        // When
        Callable<Artifact> add = () -> store.add(new ByteArrayInputStream(BODY));
        List<Future<Artifact>> added =
                threads.invokeAll(Stream.generate(() -> add).limit(32).toList());
        threads.shutdown();

        // Then
        for (Future<Artifact> each : added) {
            assertThat(each.get().digest()).isEqualTo(DIGEST);
        }
        assertThat(files()).hasSize(1);
    }

    private void assertRefused(ErrorCode code, InputStream body, Announced announced) {
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> store().add(body, announced))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
        assertThat(files()).isEmpty();
    }

    private ArtifactStore store() {
        return new ArtifactStore(home, new ArchiveLimits(100, 10, 100, 100, 10));
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(home.resolve("artifacts/sha256"))) {
            return files.toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Announced announced(long length, Digest digest) {
        return new Announced(OptionalLong.of(length), Optional.of(digest));
    }
}
