package dev.berth.cli.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseLocatorTests {

    @TempDir
    private Path directory;

    private BaseLocator locator;

    @BeforeEach
    void tokenOfTheHome() throws IOException {
        Files.writeString(directory.resolve("admin.token"), "of-the-home\n");
        locator = new BaseLocator(new BerthHome(directory));
    }

    @Test
    void findWhenHomeHasRunningBaseTakesItsAddressAndToken() throws Exception {
        // Given
        record(ProcessHandle.current().pid());

        // When
        BaseAddress found = locator.find("", "");

        // Then
        assertThat(found.uri()).isEqualTo(URI.create("http://127.0.0.1:8081"));
        assertThat(found.token()).contains("of-the-home");
    }

    @Test
    void findWhenTokenIsGivenPrefersIt() throws Exception {
        // Given
        record(ProcessHandle.current().pid());

        // When / Then
        assertThat(locator.find("", "given").token()).contains("given");
    }

    @Test
    void findWhenBaseIsGoneSaysSo() throws Exception {
        // Given
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        record(ended.pid());

        // When / Then
        assertThatThrownBy(() -> locator.find("", ""))
                .isInstanceOfSatisfying(CliException.class, error -> assertThat(error.exitCode())
                        .isEqualTo(ExitCode.BASE_UNREACHABLE))
                .hasMessageContaining("is gone");
    }

    @Test
    void findWhenHomeIsEmptySaysHowToStartOne() {
        // Given / When / Then
        assertThatThrownBy(() -> locator.find("", "")).isInstanceOfSatisfying(CliException.class, error -> {
            assertThat(error.exitCode()).isEqualTo(ExitCode.BASE_UNREACHABLE);
            assertThat(error.remedy()).contains("berth base start");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8081/,http://localhost:8081",
        "127.0.0.1:9,http://127.0.0.1:9",
        "https://[::1]:8081,https://[::1]:8081"
    })
    void findWhenAddressIsLoopbackUsesTheTokenOfTheHome(String address, URI expected) {
        // Given / When
        BaseAddress found = locator.find(address, "");

        // Then
        assertThat(found.uri()).isEqualTo(expected);
        assertThat(found.token()).contains("of-the-home");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://base.internal:8081", "http://127.0.0.1.base.internal:8081", "http://10.0.0.1:8081"})
    void findWhenAddressIsAnotherMachinesKeepsTheTokenOfTheHome(String address) {
        // Given / When / Then
        assertThat(locator.find(address, "").token()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://x", "http://", "http://x/v1", "http://u@x", "http://a b", "http://x?y"})
    void findWhenAddressIsNoneRefuses(String address) {
        // Given / When / Then
        assertThatThrownBy(() -> locator.find(address, ""))
                .isInstanceOfSatisfying(CliException.class, error -> assertThat(error.exitCode())
                        .isEqualTo(ExitCode.USAGE));
    }

    @Test
    void addressWhenPrintedHidesTheToken() {
        // Given / When / Then
        assertThat(locator.find("http://localhost:1", "very-secret").toString()).doesNotContain("very-secret");
    }

    private void record(long pid) throws IOException {
        Files.writeString(
                directory.resolve("base.json"),
                """
                {"pid":%d,"businessPort":8080,"adminPort":8081,"adminAddress":"127.0.0.1",
                 "startedAt":"2026-01-01T00:00:00Z","version":"0.1.0"}"""
                        .formatted(pid));
    }
}
