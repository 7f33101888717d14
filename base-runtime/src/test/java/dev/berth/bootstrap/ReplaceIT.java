package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.artifact.Artifact;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.control.BizView;
import dev.berth.control.BizView.RevisionView;
import dev.berth.control.InstallRequest;
import dev.berth.control.Operation;
import dev.berth.control.Operation.Kind;
import dev.berth.control.Problem;
import dev.berth.control.Strategy;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.testing.Eventually;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions of one biz take each other's place, over real HTTP. */
class ReplaceIT {

    private static final BizName NAME = new BizName("shop");

    @TempDir
    static Path home;

    private static RunningBase base;

    @TempDir
    Path directory;

    @BeforeAll
    static void startBase() {
        base = RunningBase.start(home, "--berth.web.try-header=true");
    }

    @AfterAll
    static void stopBase() {
        base.close();
    }

    @AfterEach
    void uninstallAll() {
        base.uninstallAll();
    }

    @Test
    void installWhenAnotherVersionIsActiveReplacesItAndKeepsItOnStandby() throws Exception {
        // Given
        Operation first = install("1");
        // When
        Operation second = install("2");
        // Then
        assertThat(second.problem()).isEmpty();
        assertThat(second.replaced()).isEqualTo(first.revision());
        assertThat(version()).isEqualTo("2");
        becomes("2 ACTIVE", "1 STANDBY");
        assertThat(base.control().biz(NAME).earlierVersions()).containsExactly("1");
        assertThat(base.control().operations())
                .filteredOn(operation -> operation.kind() == Kind.DRAIN)
                .first()
                .satisfies(drain -> {
                    assertThat(drain.revision()).isEqualTo(first.revision());
                    assertThat(drain.status()).isEqualTo(Operation.Status.SUCCEEDED);
                });
    }

    @Test
    void replaceWhenTheNewVersionFailsLeavesTheOldOneServing() throws Exception {
        // Given
        install("1");
        // When
        Operation failed = base.install(VersionedBiz.broken(directory, "shop", "2"));
        // Then
        assertThat(failed.problem()).get().extracting(Problem::code).isEqualTo(ErrorCode.BIZ_START_FAILED);
        assertThat(version()).isEqualTo("1");
        assertThat(states()).containsExactly("1 ACTIVE");
        assertThat(base.control().biz(NAME).earlierVersions()).isEmpty();
    }

    @Test
    void replaceLetsASlowCallEndOnTheVersionThatItEntered() throws Exception {
        // Given
        install("1");
        CompletableFuture<HttpResponse<String>> slow = later("/shop/slow?millis=1500");
        CompletableFuture<HttpResponse<String>> async = later("/shop/async?millis=1500");
        assertThat(Eventually.holds(() -> calls("1") == 2)).isTrue();
        // When
        Operation replaced = install("2");
        // Then
        assertThat(replaced.problem()).isEmpty();
        assertThat(version()).isEqualTo("2");
        assertThat(states()).containsExactly("2 ACTIVE", "1 DRAINING");
        assertThat(slow.get().body()).isEqualTo("1");
        assertThat(async.get().body()).isEqualTo("1");
        becomes("2 ACTIVE", "1 STANDBY");
    }

    @Test
    void drainAtTheDeadlineOfTheBizBreaksCallsOffAndSaysWhere() throws Exception {
        // Given
        base.install(VersionedBiz.of("shop", "1")
                .attribute("Berth-Drain-Timeout", "300ms")
                .slim(directory));
        CompletableFuture<HttpResponse<String>> stuck = later("/shop/stuck");
        assertThat(Eventually.holds(() -> calls("1") == 1)).isTrue();
        // When
        install("2");
        // Then
        assertThat(stuck.get().statusCode()).isEqualTo(500);
        becomes("2 ACTIVE", "1 STANDBY");
        Operation drain = base.control().operations().stream()
                .filter(operation -> operation.kind() == Kind.DRAIN)
                .findFirst()
                .orElseThrow();
        assertThat(drain.notes()).anySatisfy(note -> {
            assertThat(note.message()).contains("'GET /shop/stuck' was broken off");
            assertThat(note.detail().orElseThrow()).contains("com.example.versioned.Versioned$Answers.pause");
        });
    }

    @Test
    void installOfTheSameJarAsAStandbySwitchesToIt() throws Exception {
        // Given
        Operation first = install("1");
        install("2");
        // When
        Operation again = install("1");
        // Then
        assertThat(again.changed()).isTrue();
        assertThat(again.revision()).isEqualTo(first.revision());
        assertThat(version()).isEqualTo("1");
        assertThat(base.control().biz(NAME).earlierVersions()).containsExactly("2");
    }

    @Test
    void installWhenAnEarlierVersionHadAnotherJarIsAConflict() throws Exception {
        // Given
        install("1");
        install("2");
        // When
        Operation other = base.install(
                VersionedBiz.of("shop", "1").resource("more.txt", "more").slim(directory));
        // Then
        assertThat(other.problem()).get().extracting(Problem::code).isEqualTo(ErrorCode.VERSION_CONFLICT);
        assertThat(version()).isEqualTo("2");
    }

    @Test
    void rollbackGoesBackOneVersionATimeAndNeverToTheBadOne() throws Exception {
        // Given
        Operation first = install("1");
        Operation second = install("2");
        install("3");
        awaitGone(first);
        // When
        Operation once = rollback();
        String after = version();
        Operation twice = rollback();
        // Then
        assertThat(once.revision()).isEqualTo(second.revision());
        assertThat(after).isEqualTo("2");
        // Of two standbys one is kept, so that the first version comes from the store
        assertThat(twice.problem()).isEmpty();
        assertThat(twice.revision()).isNotEqualTo(first.revision());
        assertThat(version()).isEqualTo("1");
        Assertions.assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> base.control().rollback(NAME))
                .extracting(BerthException::code)
                .isEqualTo(ErrorCode.NO_EARLIER_VERSION);
    }

    @Test
    void rollbackWhileTheOldVersionDrainsIsImmediate() throws Exception {
        // Given
        Operation first = install("1");
        CompletableFuture<HttpResponse<String>> slow = later("/shop/slow?millis=2000");
        assertThat(Eventually.holds(() -> calls("1") == 1)).isTrue();
        install("2");
        // When
        Operation back = rollback();
        // Then
        assertThat(back.revision()).isEqualTo(first.revision());
        assertThat(version()).isEqualTo("1");
        assertThat(slow.get().body()).isEqualTo("1");
        becomes("2 STANDBY", "1 ACTIVE");
        assertThat(base.control().operations())
                .filteredOn(operation ->
                        operation.kind() == Kind.DRAIN && operation.revision().equals(first.revision()))
                .singleElement()
                .satisfies(drain -> assertThat(drain.changed()).isFalse());
    }

    @Test
    void switchGoesToAnyKnownVersionAndToTheActiveOneWithoutAChange() throws Exception {
        // Given
        install("1");
        Operation second = install("2");
        rollback();
        // When
        Operation forward = await(base.control().switchTo(NAME, new BizVersion("2")));
        Operation again = await(base.control().switchTo(NAME, new BizVersion("2")));
        // Then
        assertThat(forward.revision()).isEqualTo(second.revision());
        assertThat(version()).isEqualTo("2");
        assertThat(again.changed()).isFalse();
        Assertions.assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> base.control().switchTo(NAME, new BizVersion("9")))
                .extracting(BerthException::code)
                .isEqualTo(ErrorCode.VERSION_NOT_KNOWN);
    }

    @Test
    void stoppedBizAnswersThatItComesBackAndStartsAgainAtOnce() throws Exception {
        // Given
        Operation first = install("1");
        // When
        Operation stopped = await(base.control().stop(NAME));
        HttpResponse<String> refused = base.get("/shop/version");
        Operation again = await(base.control().stop(NAME));
        BizView view = base.control().biz(NAME);
        Operation started = await(base.control().start(NAME));
        Operation startedAgain = await(base.control().start(NAME));
        // Then
        assertThat(stopped.changed()).isTrue();
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.body()).contains("\"code\":\"BIZ_STOPPED\"");
        assertThat(view.state()).isEqualTo("STOPPED");
        assertThat(again.changed()).isFalse();
        assertThat(started.revision()).isEqualTo(first.revision());
        assertThat(startedAgain.changed()).isFalse();
        assertThat(version()).isEqualTo("1");
    }

    @Test
    void sideBySideWaitsForASwitchAndCanBeTriedByHeader() throws Exception {
        // Given
        install("1");
        // When
        Operation beside = install("2", Strategy.SIDE_BY_SIDE);
        // Then
        assertThat(beside.problem()).isEmpty();
        assertThat(version()).isEqualTo("1");
        assertThat(states()).containsExactly("2 READY", "1 ACTIVE");
        assertThat(tried("2").body()).isEqualTo("2");
        assertThat(tried(beside.revision().orElseThrow()).body()).isEqualTo("2");
        assertThat(tried("9").statusCode()).isEqualTo(404);
        // When
        await(base.control().switchTo(NAME, new BizVersion("2")));
        // Then
        assertThat(version()).isEqualTo("2");
        assertThat(base.control().biz(NAME).earlierVersions()).containsExactly("1");
    }

    @Test
    void stopFirstStopsTheOldBeforeTheNewStarts() throws Exception {
        // Given
        install("1");
        // When
        Operation replaced = install("2", Strategy.STOP_FIRST);
        // Then
        assertThat(replaced.problem()).isEmpty();
        assertThat(replaced.phases())
                .extracting(Operation.Phase::name)
                .containsSubsequence("stop", "start", "activate");
        assertThat(version()).isEqualTo("2");
        assertThat(states()).containsExactly("2 ACTIVE");
        assertThat(await(base.control().rollback(NAME)).problem()).isEmpty();
        assertThat(version()).isEqualTo("1");
    }

    @Test
    void stopFirstWhenTheNewVersionFailsStartsTheOldAgainAndSaysSo() throws Exception {
        // Given
        install("1");
        // When
        Operation failed = base.install(
                VersionedBiz.broken(directory, "shop", "2"), artifact -> request(artifact, Strategy.STOP_FIRST));
        // Then
        assertThat(failed.problem()).get().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.BIZ_START_FAILED);
            assertThat(problem.message()).endsWith("; version '1' was started again and serves");
        });
        assertThat(version()).isEqualTo("1");
        assertThat(states()).containsExactly("1 ACTIVE");
    }

    @Test
    void pathThatChangesBetweenVersionsFollowsTheActiveOne() throws Exception {
        // Given
        install("1");
        // When
        base.install(VersionedBiz.of("shop", "2")
                .attribute("Berth-Context-Path", "/store")
                .slim(directory));
        // Then
        assertThat(base.get("/store/version").body()).isEqualTo("2");
        assertThat(base.get("/shop/version").statusCode()).isEqualTo(404);
        // When
        rollback();
        // Then
        assertThat(version()).isEqualTo("1");
        assertThat(base.get("/store/version").statusCode()).isEqualTo(404);
    }

    @Test
    void namesDoNotDisturbEachOther() throws Exception {
        // Given
        install("1");
        base.install(VersionedBiz.jar(directory, "other", "7"));
        // When
        install("2");
        await(base.control().stop(NAME));
        // Then
        assertThat(base.get("/other/version").body()).isEqualTo("7");
        assertThat(base.control().biz(new BizName("other")).revisions()).hasSize(1);
    }

    @Test
    void uninstallTakesEveryRevisionDown() throws Exception {
        // Given
        install("1");
        install("2");
        install("3", Strategy.SIDE_BY_SIDE);
        // When
        Operation uninstalled = base.uninstall("shop");
        // Then
        assertThat(uninstalled.problem()).isEmpty();
        assertThat(base.registry().revisions(NAME)).isEmpty();
        assertThat(base.server().contextPaths()).isEmpty();
        assertThat(base.get("/shop/version").statusCode()).isEqualTo(404);
        assertThat(base.home().resolve("work/revisions")).isEmptyDirectory();
    }

    private Operation install(String version) {
        return base.install(VersionedBiz.jar(directory, "shop", version));
    }

    private Operation install(String version, Strategy strategy) {
        return base.install(VersionedBiz.jar(directory, "shop", version), artifact -> request(artifact, strategy));
    }

    static InstallRequest request(Artifact artifact, Strategy strategy) {
        return new InstallRequest(
                artifact,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                strategy,
                false);
    }

    /** Of two standbys one is stopped, a moment after its drain. */
    private void awaitGone(Operation install) {
        String revision = install.revision().orElseThrow();
        Eventually.holds(() -> base.registry().revisions(NAME).stream()
                .noneMatch(each -> each.id().toString().equals(revision)));
    }

    private Operation rollback() {
        return await(base.control().rollback(NAME));
    }

    private static Operation await(Operation operation) {
        return base.await(operation);
    }

    private static String version() {
        return base.get("/shop/version").body();
    }

    private static HttpResponse<String> tried(String revision) {
        return base.send(HttpRequest.newBuilder(base.uri("/shop/version"))
                .header("Berth-Revision", revision)
                .build());
    }

    private static CompletableFuture<HttpResponse<String>> later(String path) {
        return CompletableFuture.supplyAsync(() -> base.get(path));
    }

    private static List<String> states() {
        return base.control().biz(NAME).revisions().stream()
                .map(revision -> revision.version() + " " + revision.state())
                .toList();
    }

    private static void becomes(String... states) {
        Eventually.holds(() -> states().equals(List.of(states)));
        assertThat(states()).containsExactly(states);
    }

    private static long calls(String version) {
        return base.control().biz(NAME).revisions().stream()
                .filter(revision -> revision.version().equals(version))
                .mapToLong(RevisionView::callsInFlight)
                .sum();
    }
}
