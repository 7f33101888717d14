package dev.berth.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cli.fake.FakeBase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads of loaders that linger. */
class WhyCommandTests {

    private static final String LEAKS =
            """
            {"budget":10,"lingering":[
             {"revision":"catalog:1.0#1","name":"catalog","version":"1.0","outcome":"held","closedAt":"2026-01-01T00:00:00Z",
              "millis":12000.0,"holders":[{"kind":"thread","description":"Thread 'poller' runs code of com.acme.Poller",
              "stack":"\\tat com.acme.Poller.run(Poller.java:7)"}],"hint":"Look"},
             {"revision":"pricing:2.0#2","name":"pricing","version":"2.0","outcome":"unknown","closedAt":"2026-01-01T00:00:00Z",
              "millis":11000.0,"holders":[],"hint":"Look"}],
             "collected":3,"collectionsAsked":4,"collectionMillis":120.0}""";

    @TempDir
    private Path directory;

    private FakeBase base;
    private CliRun cli;

    @BeforeEach
    void start() throws IOException {
        base = new FakeBase();
        cli = CliRun.against(base, directory);
        base.prepare("GET /v1/leaks", 200, LEAKS);
    }

    @AfterEach
    void stop() {
        base.close();
    }

    @Test
    void whyPrintsTheHoldersWithTheirStacks() {
        // When
        int exit = cli.run("why", "catalog");
        // Then
        assertThat(exit).as(cli.err()).isZero();
        assertThat(cli.out().lines())
                .containsExactly(
                        "Revision catalog:1.0#1 is still held 12.0 s after its close",
                        "  thread: Thread 'poller' runs code of com.acme.Poller",
                        "    at com.acme.Poller.run(Poller.java:7)",
                        "hint: Find the way from a GC root with: berth why catalog --leak");
    }

    @Test
    void whyWhenNothingLingersSaysSo() {
        // When
        int exit = cli.run("why", "orders", "--leak");
        // Then
        assertThat(exit).as(cli.err()).isZero();
        assertThat(cli.out().strip()).isEqualTo("No closed revision of 'orders' lingers.");
    }

    @Test
    void whyWhenTheDiskOfTheBaseIsFullTellsIt() {
        // Given
        base.prepare(
                "POST /v1/base/heap-dump",
                507,
                """
                {"status":507,"code":"STORAGE_FAILED","detail":"The disk of the home has 6 MB free","remedy":"Free some.",
                 "exitCode":70}""");
        // When
        int exit = cli.run("why", "pricing", "--leak");
        // Then
        assertThat(exit).isEqualTo(70);
        assertThat(cli.err()).contains("The disk of the home has 6 MB free").contains("Free some.");
    }

    @Test
    void uninstallTellsWhatBecameOfTheLoaders() {
        // Given
        base.prepare(
                "DELETE /v1/biz/catalog",
                200,
                """
                {"id":"operation-1","kind":"uninstall","name":"catalog","status":"succeeded","changed":true,"phases":[],
                 "loaders":[{"revision":"catalog:1.0#1","outcome":"collected","millis":120.0,"holders":[]},
                  {"revision":"catalog:2.0#2","outcome":"held","millis":10000.0,"hint":"Look closer",
                   "holders":[{"kind":"driver","description":"JDBC driver 'org.h2.Driver' is the biz's"}]}]}""");
        // When
        int exit = cli.run("uninstall", "catalog");
        // Then
        assertThat(exit).as(cli.err()).isZero();
        assertThat(cli.out().lines().skip(1))
                .containsExactly(
                        "Revision catalog:1.0#1 is gone: its loader was collected after 120 ms",
                        "Revision catalog:2.0#2 is still held 10.0 s after its close",
                        "  driver: JDBC driver 'org.h2.Driver' is the biz's",
                        "  hint: Look closer");
    }
}
