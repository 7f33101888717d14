package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminTokenTests {

    @TempDir
    Path home;

    @Test
    void openWhenFileIsMissingMakesATokenOf256Bits() throws IOException {
        // When
        AdminToken token = AdminToken.open(home);
        // Then
        String stored = stored();
        assertThat(stored).matches("[A-Za-z0-9_-]{43}");
        assertThat(token.matches(stored)).isTrue();
    }

    @Test
    void openWhenFileIsThereReadsIt() throws IOException {
        // Given
        AdminToken.open(home);
        String first = stored();
        // When
        AdminToken again = AdminToken.open(home);
        // Then
        assertThat(stored()).isEqualTo(first);
        assertThat(again.matches(first)).isTrue();
    }

    @Test
    void openMakesAFileThatOnlyItsOwnerCanRead() throws IOException {
        assumeThat(DurableFiles.knowsPermissions()).isTrue();
        // When
        AdminToken.open(home);
        // Then
        assertThat(permissions()).isEqualTo("rw-------");
    }

    @Test
    void openWhenOthersCanReadTheFileClosesIt() throws IOException {
        assumeThat(DurableFiles.knowsPermissions()).isTrue();
        // Given
        AdminToken.open(home);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        // When
        AdminToken token = AdminToken.open(home);
        // Then
        assertThat(permissions()).isEqualTo("rw-------");
        assertThat(token.matches(stored())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "short", "two words that are long enough to be a token of ours"})
    void openWhenFileHoldsNoTokenRefuses(String content) throws IOException {
        // Given
        Files.writeString(file(), content);
        // When / Then
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> AdminToken.open(home))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_SETTINGS));
    }

    @Test
    void matchesRefusesEverythingElse() throws IOException {
        // Given
        AdminToken token = AdminToken.open(home);
        String right = stored();
        // When / Then
        assertThat(token.matches("")).isFalse();
        assertThat(token.matches(right.substring(1))).isFalse();
        assertThat(token.matches(right + "a")).isFalse();
        assertThat(token.matches(right.toUpperCase(Locale.ROOT))).isFalse();
    }

    @Test
    void toStringShowsNothingOfTheToken() throws IOException {
        assertThat(AdminToken.open(home).toString()).doesNotContain(stored());
    }

    private Path file() {
        return home.resolve("admin.token");
    }

    private String stored() throws IOException {
        return Files.readString(file()).strip();
    }

    private String permissions() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file()));
    }
}
