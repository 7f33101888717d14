package dev.berth.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cli.fake.FakeBase;
import dev.berth.cli.fake.FakeBase.Request;
import dev.berth.cli.fake.FakeJars;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstallCommandTests {

    @TempDir
    private Path directory;

    private FakeBase base;
    private CliRun cli;
    private String jar;

    @BeforeEach
    void start() throws IOException {
        base = new FakeBase();
        cli = CliRun.against(base, directory);
        jar = FakeJars.biz(directory.resolve("catalog-1.0.jar"), 5000).toString();
    }

    @AfterEach
    void stop() {
        base.close();
    }

    @Test
    void installWhenItSucceedsTellsWhereAndHowLongEachPhaseTook() {
        // Given / When
        int exit = cli.run("install", jar);

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out().lines().toList())
                .hasSize(5)
                .satisfies(lines -> assertThat(lines.get(0))
                        .matches("Installed catalog 1.0 in [0-9.]+ m?s, served at http://127.0.0.1:"
                                + base.businessPort() + "/catalog"))
                .endsWith("PHASE     TOOK(ms)", "link          12.3", "prepare       12.3", "activate      12.3");
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void installWhenJsonIsAskedForPrintsTheOperationAsItCame() {
        // Given / When
        int exit = cli.run("-o", "json", "install", jar);

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out()).contains("\"status\" : \"succeeded\"", "\"later\" : \"unknown yet\"");
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void installWhenNameIsAskedForPrintsTheNameAlone() {
        // Given / When
        cli.run("install", jar, "-o", "name");

        // Then
        assertThat(cli.out()).isEqualTo("catalog" + System.lineSeparator());
    }

    @Test
    void installWhenOnTerminalShowsBarAndPhasesOnTheErrorOutputOnly() {
        // Given / When
        cli.onTerminal().run("install", jar);

        // Then
        assertThat(cli.err()).contains("upload catalog-1.0.jar [#", "install catalog: link, prepare done");
        assertThat(cli.out()).doesNotContain("upload", "\r");
    }

    @Test
    void installWhenSameJarIsInstalledSaysNoChange() {
        // Given
        base.control().installed("catalog", "1.0");

        // When
        int exit = cli.run("install", jar);

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out().strip()).isEqualTo("No change: catalog 1.0 is installed already");
    }

    @ParameterizedTest
    @CsvSource({
        "BIZ_START_FAILED,6",
        "VERSION_CONFLICT,5",
        "BIZ_START_TIMEOUT,7",
        "DIGEST_MISMATCH,8",
        "IDENTITY_UNKNOWN,2",
        "INTERNAL_ERROR,70",
        "A_CODE_OF_LATER,6"
    })
    void installWhenItFailsEndsWithTheExitCodeOfTheReason(String code, int expected) {
        // Given
        base.control().failWith(code);

        // When
        int exit = cli.run("install", jar);

        // Then
        assertThat(exit).isEqualTo(expected);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).isEqualToNormalizingNewlines("berth: It went wrong\n  hint: Mend it.\n");
    }

    @Test
    void installWhenWaitIsOverSaysThatItGoesOn() {
        // Given
        base.control().getStuck();

        // When
        int exit = cli.run("install", jar, "--wait", "200ms");

        // Then
        assertThat(exit).isEqualTo(7);
        assertThat(cli.err()).contains("operation 'operation-1' goes on in the base");
    }

    @Test
    void installWhenNobodyWaitsReturnsAtOnce() {
        // Given
        base.control().getStuck();

        // When
        int exit = cli.run("install", jar, "--no-wait");

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out().strip()).isEqualTo("Began to install: operation operation-1");
    }

    @Test
    void installWhenTokenIsWrongDoesNotUpload() {
        // Given
        cli.with("BERTH_TOKEN", "wrong");

        // When
        int exit = cli.run("install", jar);

        // Then
        assertThat(exit).isEqualTo(3);
        assertThat(base.requests()).extracting(Request::method).containsOnly("GET");
    }

    @Test
    void installWhenFileIsMissingSaysSo() {
        // Given / When
        int exit = cli.run("install", "no-such.jar");

        // Then
        assertThat(exit).isEqualTo(2);
        assertThat(cli.err())
                .startsWith("berth: There is no file 'no-such.jar'")
                .contains("  hint: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://user:secret@example.com/shop.jar", "HTTP://example.com/shop.jar", "file:///shop.jar"})
    void installWhenAUrlIsGivenSaysThatItIsNotFetchedAndWhatToDo(String url) {
        // Given / When
        int exit = cli.run("install", url);

        // Then
        assertThat(exit).isEqualTo(2);
        assertThat(cli.err())
                .startsWith("berth: The jar is given as a URL, which is not fetched")
                .contains("  hint: Fetch it first, such as with curl -fLO, and give the file")
                .doesNotContain("secret");
        assertThat(base.requests()).isEmpty();
    }

    @Test
    void installWhenOptionsAreGivenPassesThem() {
        // Given / When
        cli.run(
                "install",
                jar,
                "--name",
                "other",
                "--version",
                "2",
                "--context-path",
                "/x",
                "--start-deadline",
                "5s",
                "--strategy",
                "Stop-First");

        // Then
        assertThat(base.control().isInstalled("other")).isTrue();
        assertThat(base.requests().get(1).query())
                .containsEntry("version", "2")
                .containsEntry("contextPath", "/x")
                .containsEntry("startDeadline", "PT5S")
                .containsEntry("strategy", "stop-first");
    }

    @Test
    void installWhenStrategyIsUnknownNamesThose() {
        // Given / When
        int exit = cli.run("install", jar, "--strategy", "canary");

        // Then
        assertThat(exit).isEqualTo(2);
        assertThat(cli.err()).contains("'canary' is not one of replace, side-by-side, stop-first");
    }

    @Test
    void installWhenItReplacesNamesTheFormerRevision() {
        // Given
        base.prepare(
                "POST /v1/biz",
                201,
                """
                {"id":"operation-7","kind":"install","name":"catalog","version":"2.0","revision":"catalog:2.0#2",
                 "status":"succeeded","changed":true,"phases":[],"replaced":"catalog:1.0#1","notes":[]}""");

        // When
        cli.run("install", jar);

        // Then
        assertThat(cli.out()).contains("Installed catalog 2.0 in ").contains(" in the place of catalog:1.0#1");
    }
}
