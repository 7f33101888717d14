package dev.berth.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cli.fake.FakeBase;
import dev.berth.cli.fake.FakeBase.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTests {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "base",
                "lst",
                "list --nothing",
                "list -o xml",
                "show",
                "install",
                "install a b c",
                "install x.jar --wait 5",
                "base start --port x",
                "base start --port 65536",
                "base start --jar no-such.jar",
                "base start --base http://127.0.0.1:1",
                "base stop --base http://127.0.0.1:1",
                "demo -o name",
                "demo",
                "--base nonsense:// list",
                "help nothing"
            })
    void runWhenLineMakesNoSenseEndsWithUsage(String line) {
        // Given
        CliRun cli = new CliRun(directory);

        // When
        int exit = cli.run(line.isEmpty() ? new String[0] : line.split(" "));

        // Then
        assertThat(exit).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err().lines()).hasSize(2);
        assertThat(cli.err()).startsWith("berth: ").contains("\n  hint: ").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "help", "base --help", "install --help", "base start -h", "help base start"})
    void runWhenHelpIsAskedForPrintsIt(String line) {
        // Given
        CliRun cli = new CliRun(directory);

        // When
        int exit = cli.run(line.split(" "));

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out()).startsWith("Usage: berth").doesNotContain("\u001b");
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void runWhenVersionIsAskedForPrintsIt() {
        // Given
        CliRun cli = new CliRun(directory);

        // When
        int exit = cli.run("--version");

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out()).startsWith("berth ");
    }

    @Test
    void runWhenNoBaseRunsEndsWithUnreachable() {
        // Given
        CliRun cli = new CliRun(directory);

        // When
        int exit = cli.run("base", "status");

        // Then
        assertThat(exit).isEqualTo(9);
        assertThat(cli.err()).contains(directory.resolve(".berth").toString(), "berth base start");
    }

    @Test
    void runWhenVerboseShowsWhereTheErrorCameFrom() {
        // Given
        CliRun cli = new CliRun(directory);

        // When
        cli.run("list", "--verbose");

        // Then
        assertThat(cli.err()).contains("\tat dev.berth.cli.");
    }

    @Test
    void homeWhenGivenOnTheLineWinsOverTheEnvironmentsBaseAndToken() throws Exception {
        // Given
        try (FakeBase meant = new FakeBase();
                FakeBase other = new FakeBase()) {
            Path home = home("meant", meant);
            CliRun cli = CliRun.against(other, directory).with("BERTH_TOKEN", "of-the-other");

            // When
            int before = cli.run("--home", home.toString(), "list");
            int after = cli.run("list", "--home", home.toString());

            // Then
            assertThat(before).isZero();
            assertThat(after).isZero();
            assertThat(meant.requests()).extracting(Request::path).containsExactly("/v1/biz", "/v1/biz");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void homeWhenInTheEnvironmentIsUsed() throws Exception {
        // Given
        try (FakeBase base = new FakeBase()) {
            Path home = home("by-variable", base);

            // When / Then
            assertThat(new CliRun(directory).with("BERTH_HOME", home.toString()).run("list"))
                    .isZero();
        }
    }

    @Test
    void runWhenBaseTellsControlCharactersPrintsNone() throws Exception {
        // Given
        try (FakeBase base = new FakeBase()) {
            base.prepare("GET /v1/biz", 409, "{\"code\":\"X\",\"detail\":\"a\\u001b[2Jb\\nc\",\"exitCode\":5}");
            CliRun cli = CliRun.against(base, directory);

            // When
            int exit = cli.run("list");

            // Then
            assertThat(exit).isEqualTo(5);
            assertThat(cli.err()).isEqualToNormalizingNewlines("berth: a [2Jb c\n");
        }
    }

    private Path home(String name, FakeBase base) throws Exception {
        Path home = Files.createDirectory(directory.resolve(name));
        Files.writeString(home.resolve("admin.token"), FakeBase.TOKEN);
        Files.writeString(
                home.resolve("base.json"),
                """
                {"pid":%d,"businessPort":%d,"adminPort":%d,"adminAddress":"127.0.0.1",
                 "startedAt":"2026-01-01T00:00:00Z","version":"0.1.0"}"""
                        .formatted(ProcessHandle.current().pid(), base.businessPort(), base.adminPort()));
        return home;
    }
}
