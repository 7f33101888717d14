package dev.berth.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cli.fake.FakeBase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryCommandsTests {

    @TempDir
    private Path directory;

    private FakeBase base;
    private CliRun cli;

    @BeforeEach
    void start() throws IOException {
        base = new FakeBase();
        cli = CliRun.against(base, directory);
    }

    @AfterEach
    void stop() {
        base.close();
    }

    @Test
    void listWhenSomeAreInstalledPrintsTheTable() {
        // Given
        base.control().installed("catalog", "1.0");
        base.control().installed("pricing", "2.0");

        // When
        int exit = cli.run("list");

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out())
                .isEqualToNormalizingNewlines(
                        """
                        NAME     VERSION  STATE   PATH      REVISION       SHARED  BROUGHT  STARTED(ms)  AGE  ALSO
                        catalog  1.0      ACTIVE  /catalog  catalog:1.0#1      41        3        812.3   2h  -
                        pricing  2.0      ACTIVE  /pricing  pricing:2.0#1      41        3        812.3   2h  -
                        """);
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void listWhenNothingIsInstalledHintsOnTheErrorOutput() {
        // Given / When
        int exit = cli.run("list");

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).contains("berth install JAR");
    }

    @Test
    void listWhenNothingIsInstalledAndJsonIsAskedForPrintsTheEmptyList() {
        // Given / When
        cli.run("list", "-o", "json");

        // Then
        assertThat(cli.out()).isEqualToNormalizingNewlines("{\n  \"biz\" : [ ]\n}\n");
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void listWhenNamesAreAskedForPrintsOneALine() {
        // Given
        base.control().installed("catalog", "1.0");
        base.control().installed("pricing", "2.0");

        // When
        cli.run("list", "-o", "NAME");

        // Then
        assertThat(cli.out().lines()).containsExactly("catalog", "pricing");
    }

    @Test
    void showWhenInstalledPrintsItsRevision() {
        // Given
        base.control().installed("catalog", "1.0");

        // When
        int exit = cli.run("show", "catalog");

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out())
                .isEqualToNormalizingNewlines(
                        """
                        NAME     VERSION  STATE   PATH
                        catalog  1.0      ACTIVE  /catalog

                        REVISION    catalog:1.0#1
                        state       ACTIVE
                        path        /catalog
                        layout      stock
                        sha-256     abc123
                        installed   2026-01-01T00:00:00Z (2h ago)
                        started in  812.3 ms
                        libraries   41 shared, 3 brought
                        """);
    }

    @Test
    void showWhenHeldPrintsWhatHoldsItWithItsStack() {
        // Given
        base.control().held("catalog", "1.0");

        // When
        int exit = cli.run("show", "catalog");

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out())
                .contains("detail      Thread 'x' ignores its interrupt:\n")
                .endsWith("\n at a.B.c\n");
    }

    @Test
    void showWhenABizIsDownPrintsWhyAndWhatToDo() {
        // Given
        base.control().down("catalog", "1.0");

        // When
        int exit = cli.run("show", "catalog");

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out())
                .contains("FAILED")
                .endsWith("The stock is locked\nBring it up with berth start catalog.\n");
    }

    @Test
    void listShowsABizThatIsDown() {
        // Given
        base.control().down("catalog", "1.0");

        // When
        int exit = cli.run("list");

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out()).containsPattern("catalog +1.0 +FAILED +/catalog +- ");
    }

    @Test
    void listWhenOneHasTroublesMarksIt() {
        // Given
        base.control().troubled("catalog", "1.0");

        // When
        cli.run("list");

        // Then
        assertThat(cli.out()).contains("ACTIVE (1 trouble)");
    }

    @Test
    void showWhenItHasTroublesPrintsThemWithRemediesAndTheOldestCallWithItsStack() {
        // Given
        base.control().troubled("catalog", "1.0");

        // When
        int exit = cli.run("show", "catalog");

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out()).contains("3 in flight of 150 at most, 2 threads busy, 7 turned away");
        assertThat(cli.out())
                .endsWith(
                        """

                OLD CALL GET /catalog/spin, for 61.0 s on thread 'http-1' (RUNNABLE)
                 at a.B.c

                TROUBLE out-of-memory, 3 times, last 2h ago
                  what    OutOfMemoryError: Java heap space
                  during  GET /catalog/items, on thread 'http-2'
                  remedy  Mend it.
                """);
    }

    @Test
    void showWhenLinkageIsAskedForPrintsEachLibrary() {
        // Given
        base.control().installed("catalog", "1.0");

        // When
        int exit = cli.run("show", "catalog", "--linkage");

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out())
                .isEqualToNormalizingNewlines(
                        """
                        LIBRARY              BIZ     BASE    DECISION  REASON
                        com.h2database:h2    2.4     -       bring     The base has none
                        org.slf4j:slf4j-api  2.0.17  2.0.17  share     Same version
                        """);
    }

    @Test
    void showWhenImportsAreAskedForPrintsWhatBecameOfEachExport() {
        // Given
        base.control().installed("catalog", "1.0");

        // When
        int exit = cli.run("show", "catalog", "--imports");

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out())
                .isEqualToNormalizingNewlines(
                        """
                        BEAN    TYPE             DECISION  REASON
                        clock   java.time.Clock  excluded  A setting
                        prices  com.acme.Prices  imported  The biz sees its type
                        """);
    }

    @Test
    void showWhenImportsAreAskedForAsJsonPrintsTheAnswer() {
        // Given
        base.control().installed("catalog", "1.0");

        // When
        int exit = cli.run("show", "catalog", "--imports", "-o", "json");

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out()).contains("\"decision\" : \"excluded\"").contains("\"bean\" : \"prices\"");
    }

    @Test
    void showWhenABizConsumesWhatNobodyProvidesSaysSo() {
        // Given
        base.control().installed("unserved", "1.0");

        // When
        int exit = cli.run("show", "unserved");

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out()).contains("com.acme.Lonely.prices: No provider of 'pricing' with the id 'x'");
    }

    @Test
    void spiListPrintsEachSpiWithItsNumbers() {
        // Given / When
        int exit = cli.run("spi", "list");

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out())
                .isEqualToNormalizingNewlines(
                        """
                        CODE     VERSION  PROVIDERS  CONSUMERS  UNSERVED  INTERFACE
                        pricing  1.0              2          3         2  com.acme.PriceService
                        """);
    }

    @Test
    void spiShowPrintsProvidersAndConsumers() {
        // Given / When
        int exit = cli.run("spi", "show", "pricing");

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out())
                .isEqualToNormalizingNewlines(
                        """
                        pricing 1.0  com.acme.PriceService

                        PROVIDER  VERSION  BIZ       STATE   PRIORITY  RULE                 ADDRESS
                        drf       1.0      site-a:1  ACTIVE         2  {"merchant":"acme"}  proxy://localhost:8080/pricing/1.0
                        list      1.0      base      ACTIVE         0  -                    proxy://localhost:8080/pricing/1.0

                        CONSUMER  POINT                   TYPE  PATTERN  VERSIONS  PROBLEM
                        shop      com.acme.Shop.prices    ID    -        [1,2)     -
                        base      com.acme.Desk.other     REG   x.*      -         No provider
                        unserved  com.acme.Lonely.prices  ID    x        -         No provider of 'pricing' with the id 'x'
                        """);
    }

    @Test
    void spiShowAsJsonPrintsThatSpiAlone() {
        // Given / When
        int exit = cli.run("spi", "show", "pricing", "-o", "json");

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out())
                .contains("\"code\" : \"pricing\"")
                .contains("proxy://localhost:8080/pricing/1.0/price")
                .doesNotContain("\"spi\"");
    }

    @Test
    void spiShowWhenThereIsNoneEndsWithNotFound() {
        // Given / When
        int exit = cli.run("spi", "show", "nothing");

        // Then
        assertThat(exit).isEqualTo(4);
        assertThat(cli.err()).contains("No provider and no consumer has named an SPI 'nothing'");
    }

    @Test
    void showWhenThereIsNoneEndsWithNotFound() {
        // Given / When
        int exit = cli.run("show", "none");

        // Then
        assertThat(exit).isEqualTo(4);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).isEqualToNormalizingNewlines("berth: There is no biz 'none'\n  hint: Any remedy.\n");
    }

    @Test
    void showWhenThereIsNoneAndJsonIsAskedForTellsTheErrorAsJsonOnTheErrorOutput() {
        // Given / When
        int exit = cli.run("show", "none", "-o", "json");

        // Then
        assertThat(exit).isEqualTo(4);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err())
                .isEqualToNormalizingNewlines(
                        """
                        {
                          "code" : "BIZ_NOT_FOUND",
                          "message" : "There is no biz 'none'",
                          "remedy" : "Any remedy.",
                          "exitCode" : 4
                        }
                        """);
    }

    @Test
    void uninstallWhenInstalledTellsTheTime() {
        // Given
        base.control().installed("catalog", "1.0");

        // When
        int exit = cli.run("uninstall", "catalog");

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out()).startsWith("Uninstalled catalog in ").contains("TOOK(ms)");
        assertThat(base.control().isInstalled("catalog")).isFalse();
    }

    @Test
    void statusWhenBaseRunsPrintsTheTable() {
        // Given
        base.control().installed("catalog", "1.0");

        // When
        int exit = cli.run("base", "status");

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "VERSION STATE PID UPTIME PORT ADMIN JAVA GUARD BIZ",
                        "0.1.0 ready %d 2h %d %d 17.0.15 off 1"
                                .formatted(ProcessHandle.current().pid(), base.businessPort(), base.adminPort()),
                        "",
                        "EXPORTED BEAN TYPE REFUSED",
                        "fresh com.acme.Fresh It is no singleton",
                        "prices com.acme.Prices -",
                        "",
                        "PLUGIN VERSION PRIORITY FROM EXPORTS",
                        "json-rules 1.2 100 home com.acme.rules",
                        "",
                        "A biz that calls System.exit ends this base.",
                        "Started without the agent.",
                        "Start it with java -jar.");
    }

    @Test
    void listWhenOnTerminalColoursTheState() {
        // Given
        base.control().installed("catalog", "1.0");

        // When
        cli.onTerminal().run("list");

        // Then
        assertThat(cli.out()).contains("\u001b[32mACTIVE\u001b[0m");
    }
}
