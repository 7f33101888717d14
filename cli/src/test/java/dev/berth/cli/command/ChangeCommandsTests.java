package dev.berth.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cli.fake.FakeBase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeCommandsTests {

    private static final String OPERATION =
            """
            {"id":"operation-7","kind":"%s","name":"pricing","version":"%s","revision":"pricing:1.0#1",
             "status":"succeeded","changed":%s,"startedAt":"2026-01-01T00:00:00Z","endedAt":"2026-01-01T00:00:01Z",
             "phases":[],"replaced":%s,"notes":%s,"problem":null}""";

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "switch pricing 1.0|PUT /v1/biz/pricing/active|Switched to pricing 1.0 in .*, in the place of pricing:2.0#2",
                "rollback pricing|POST /v1/biz/pricing/rollback|Rolled back to pricing 1.0 in .*, in the place of pricing:2.0#2",
                "stop pricing|POST /v1/biz/pricing/stop|Stopped pricing 1.0 in .*; give it traffic again with: berth start pricing",
                "start pricing|POST /v1/biz/pricing/start|Started pricing 1.0 in .*"
            })
    void changeWhenItIsMadeTellsWhatServesNow(String line, String request, String sentence) {
        // Given
        base.prepare(request, 200, OPERATION.formatted("any", "1.0", "true", "\"pricing:2.0#2\"", "[]"));

        // When
        int exit = cli.run(line.split(" "));

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out().strip()).matches(sentence);
        assertThat(base.requests().get(0).header("Idempotency-key")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "switch pricing 1.0|PUT /v1/biz/pricing/active|No change: pricing 1.0 receives the calls already",
                "stop pricing|POST /v1/biz/pricing/stop|No change: pricing is stopped already",
                "start pricing|POST /v1/biz/pricing/start|No change: pricing 1.0 receives calls already"
            })
    void changeWhenThereIsNothingToDoSaysNoChange(String line, String request, String sentence) {
        // Given
        base.prepare(request, 200, OPERATION.formatted("any", "1.0", "false", "null", "[]"));

        // When
        int exit = cli.run(line.split(" "));

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out().strip()).isEqualTo(sentence);
    }

    @Test
    void rollbackWhenTheBaseHasNotesTellsThem() {
        // Given
        String notes = "[{\"message\":\"Session attribute 'cart' was dropped\",\"detail\":\"a stack\"}]";
        base.prepare(
                "POST /v1/biz/pricing/rollback", 200, OPERATION.formatted("rollback", "1.0", "true", "null", notes));

        // When
        cli.run("rollback", "pricing");

        // Then
        assertThat(cli.out().lines()).contains("note: Session attribute 'cart' was dropped");
    }

    @Test
    void switchWhenVersionCouldBeAnotherPathEndsWithUsage() {
        // Given / When
        int exit = cli.run("switch", "pricing", "../1.0");

        // Then
        assertThat(exit).isEqualTo(2);
        assertThat(base.requests()).isEmpty();
    }

    @Test
    void rollbackWhenThereIsNothingEarlierEndsAsTheBaseSays() {
        // Given
        base.prepare(
                "POST /v1/biz/pricing/rollback",
                409,
                "{\"code\":\"NO_EARLIER_VERSION\",\"detail\":\"No version served before\",\"remedy\":\"Any.\",\"exitCode\":5}");

        // When
        int exit = cli.run("rollback", "pricing");

        // Then
        assertThat(exit).isEqualTo(5);
        assertThat(cli.err()).startsWith("berth: No version served before");
    }

    @Test
    void rollbackWhenNobodyWaitsReturnsAtOnce() {
        // Given
        base.prepare(
                "POST /v1/biz/pricing/rollback", 202, OPERATION.formatted("rollback", "1.0", "true", "null", "[]"));

        // When
        cli.run("rollback", "pricing", "--no-wait");

        // Then
        assertThat(cli.out().strip()).isEqualTo("Began to roll back: operation operation-7");
    }
}
