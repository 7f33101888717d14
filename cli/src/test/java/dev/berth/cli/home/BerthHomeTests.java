package dev.berth.cli.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BerthHomeTests {

    @TempDir
    private Path directory;

    @Test
    void baseWhenRecordIsThereReadsIt() throws Exception {
        // Given
        Files.writeString(
                directory.resolve("base.json"),
                """
                {"pid":12,"businessPort":8080,"adminPort":8081,"adminAddress":"127.0.0.1",
                 "startedAt":"2026-01-01T00:00:00Z","version":"0.1.0","later":1}""");

        // When / Then
        assertThat(new BerthHome(directory).base())
                .contains(new BaseRecord(12, 8080, 8081, "127.0.0.1", Instant.parse("2026-01-01T00:00:00Z"), "0.1.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"pid\":1", "[]", "nonsense", "{\"pid\":\"x\"}"})
    void baseWhenRecordIsHalfWrittenIsNone(String text) throws Exception {
        // Given
        Files.writeString(directory.resolve("base.json"), text);

        // When / Then
        assertThat(new BerthHome(directory).base()).isEmpty();
    }

    @Test
    void baseWhenHomeDoesNotExistIsNone() {
        // Given
        BerthHome home = new BerthHome(directory.resolve("none"));

        // When / Then
        assertThat(home.base()).isEmpty();
        assertThat(home.token()).isEmpty();
    }

    @Test
    void heldWhenNobodyHoldsTheLockIsFalse() throws Exception {
        // Given
        Files.createFile(directory.resolve(".lock"));

        // When / Then
        assertThat(new BerthHome(directory).held()).isFalse();
    }

    @Test
    void heldWhenTheLockIsTakenIsTrue() throws Exception {
        // Given
        try (FileChannel channel = FileChannel.open(
                        directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock taken = channel.lock()) {
            // When / Then
            assertThat(new BerthHome(directory).held()).isEqualTo(taken.isValid());
        }
    }

    @Test
    void createWhenHomeIsNewOpensItToItsOwnerOnly() throws Exception {
        // Given
        BerthHome home = new BerthHome(directory.resolve("new"));

        // When
        home.create();

        // Then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.directory())))
                .isEqualTo("rwx------");
        assertThat(home.log().getParent()).isDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,http://127.0.0.1:8081",
        "0.0.0.0,http://127.0.0.1:8081",
        "::1,http://[::1]:8081",
        "admin.internal,http://admin.internal:8081"
    })
    void adminUriWhenAddressIsGivenReachesIt(String address, URI expected) {
        // Given
        BaseRecord base = new BaseRecord(1, 8080, 8081, address, Instant.EPOCH, "0.1.0");

        // When / Then
        assertThat(base.adminUri()).isEqualTo(expected);
    }
}
