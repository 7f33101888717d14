package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.control.BizView;
import dev.berth.control.Operation;
import dev.berth.control.Operation.Kind;
import dev.berth.control.Problem;
import dev.berth.control.Strategy;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.standalone.DefaultBase;
import dev.berth.testing.Eventually;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Versions of one biz take each other's place, over real HTTP. */
class ReplaceIT {

    private static final BizName NAME = new BizName("shop");

    @RegisterExtension
    static final OwnBase OWN = OwnBase.of(DefaultBase.class, "--berth.web.try-header=true");

    @TempDir
    static Path home;

    private final RunningBase base = OWN.base();

    @TempDir
    Path directory;

    private ShopVersions shop;

    @BeforeEach
    void begin() {
        shop = new ShopVersions(base, directory);
    }

    @Test
    void installWhenAnotherVersionIsActiveReplacesItAndKeepsItOnStandby() throws Exception {
        // Given
        Operation first = shop.install("1");
        // When
        Operation second = shop.install("2");
        // Then
        assertThat(second.problem()).isEmpty();
        assertThat(second.replaced()).isEqualTo(first.revision());
        assertThat(shop.version()).isEqualTo("2");
        shop.becomes("2 ACTIVE", "1 STANDBY");
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
        shop.install("1");
        // When
        Operation failed = base.install(VersionedBiz.broken(directory, "shop", "2"));
        // Then
        assertThat(failed.problem()).get().extracting(Problem::code).isEqualTo(ErrorCode.BIZ_START_FAILED);
        assertThat(shop.version()).isEqualTo("1");
        assertThat(shop.states()).containsExactly("1 ACTIVE");
        assertThat(base.control().biz(NAME).earlierVersions()).isEmpty();
    }

    @Test
    void replaceLetsASlowCallEndOnTheVersionThatItEntered() throws Exception {
        // Given
        shop.install("1");
        CompletableFuture<HttpResponse<String>> slow = shop.later("/shop/slow?millis=1500");
        CompletableFuture<HttpResponse<String>> async = shop.later("/shop/async?millis=1500");
        assertThat(Eventually.holds(() -> shop.calls("1") == 2)).isTrue();
        // When
        Operation replaced = shop.install("2");
        // Then
        assertThat(replaced.problem()).isEmpty();
        assertThat(shop.version()).isEqualTo("2");
        assertThat(shop.states()).containsExactly("2 ACTIVE", "1 DRAINING");
        assertThat(slow.get().body()).isEqualTo("1");
        assertThat(async.get().body()).isEqualTo("1");
        shop.becomes("2 ACTIVE", "1 STANDBY");
    }

    @Test
    void drainAtTheDeadlineOfTheBizBreaksCallsOffAndSaysWhere() throws Exception {
        // Given
        base.install(VersionedBiz.of("shop", "1")
                .attribute("Berth-Drain-Timeout", "300ms")
                .slim(directory));
        CompletableFuture<HttpResponse<String>> stuck = shop.later("/shop/stuck");
        assertThat(Eventually.holds(() -> shop.calls("1") == 1)).isTrue();
        // When
        shop.install("2");
        // Then
        assertThat(stuck.get().statusCode()).isEqualTo(500);
        shop.becomes("2 ACTIVE", "1 STANDBY");
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
        Operation first = shop.install("1");
        shop.install("2");
        // When
        Operation again = shop.install("1");
        // Then
        assertThat(again.changed()).isTrue();
        assertThat(again.revision()).isEqualTo(first.revision());
        assertThat(shop.version()).isEqualTo("1");
        assertThat(base.control().biz(NAME).earlierVersions()).containsExactly("2");
    }

    @Test
    void installWhenAnEarlierVersionHadAnotherJarIsAConflict() throws Exception {
        // Given
        shop.install("1");
        shop.install("2");
        // When
        Operation other = base.install(
                VersionedBiz.of("shop", "1").resource("more.txt", "more").slim(directory));
        // Then
        assertThat(other.problem()).get().extracting(Problem::code).isEqualTo(ErrorCode.VERSION_CONFLICT);
        assertThat(shop.version()).isEqualTo("2");
    }

    @Test
    void rollbackGoesBackOneVersionATimeAndNeverToTheBadOne() throws Exception {
        // Given
        Operation first = shop.install("1");
        Operation second = shop.install("2");
        shop.install("3");
        shop.awaitGone(first);
        // When
        Operation once = shop.rollback();
        String after = shop.version();
        Operation twice = shop.rollback();
        // Then
        assertThat(once.revision()).isEqualTo(second.revision());
        assertThat(after).isEqualTo("2");
        // Of two standbys one is kept, so that the first version comes from the store
        assertThat(twice.problem()).isEmpty();
        assertThat(twice.revision()).isNotEqualTo(first.revision());
        assertThat(shop.version()).isEqualTo("1");
        Assertions.assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> base.control().rollback(NAME))
                .extracting(BerthException::code)
                .isEqualTo(ErrorCode.NO_EARLIER_VERSION);
    }

    @Test
    void rollbackWhileTheOldVersionDrainsIsImmediate() throws Exception {
        // Given
        Operation first = shop.install("1");
        CompletableFuture<HttpResponse<String>> slow = shop.later("/shop/slow?millis=2000");
        assertThat(Eventually.holds(() -> shop.calls("1") == 1)).isTrue();
        shop.install("2");
        // When
        Operation back = shop.rollback();
        // Then
        assertThat(back.revision()).isEqualTo(first.revision());
        assertThat(shop.version()).isEqualTo("1");
        assertThat(slow.get().body()).isEqualTo("1");
        shop.becomes("2 STANDBY", "1 ACTIVE");
        assertThat(base.control().operations())
                .filteredOn(operation ->
                        operation.kind() == Kind.DRAIN && operation.revision().equals(first.revision()))
                .singleElement()
                .satisfies(drain -> assertThat(drain.changed()).isFalse());
    }

    @Test
    void switchGoesToAnyKnownVersionAndToTheActiveOneWithoutAChange() throws Exception {
        // Given
        shop.install("1");
        Operation second = shop.install("2");
        shop.rollback();
        // When
        Operation forward = base.await(base.control().switchTo(NAME, new BizVersion("2")));
        Operation again = base.await(base.control().switchTo(NAME, new BizVersion("2")));
        // Then
        assertThat(forward.revision()).isEqualTo(second.revision());
        assertThat(shop.version()).isEqualTo("2");
        assertThat(again.changed()).isFalse();
        Assertions.assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> base.control().switchTo(NAME, new BizVersion("9")))
                .extracting(BerthException::code)
                .isEqualTo(ErrorCode.VERSION_NOT_KNOWN);
    }

    @Test
    void stoppedBizAnswersThatItComesBackAndStartsAgainAtOnce() throws Exception {
        // Given
        Operation first = shop.install("1");
        // When
        Operation stopped = base.await(base.control().stop(NAME));
        HttpResponse<String> refused = base.get("/shop/version");
        Operation again = base.await(base.control().stop(NAME));
        BizView view = base.control().biz(NAME);
        Operation started = base.await(base.control().start(NAME));
        Operation startedAgain = base.await(base.control().start(NAME));
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
        assertThat(shop.version()).isEqualTo("1");
    }

    @Test
    void uninstallTakesEveryRevisionDown() throws Exception {
        // Given
        shop.install("1");
        shop.install("2");
        shop.install("3", Strategy.SIDE_BY_SIDE);
        // When
        Operation uninstalled = base.uninstall("shop");
        // Then
        assertThat(uninstalled.problem()).isEmpty();
        assertThat(base.registry().revisions(NAME)).isEmpty();
        assertThat(base.server().contextPaths()).isEmpty();
        assertThat(base.get("/shop/version").statusCode()).isEqualTo(404);
        assertThat(base.home().resolve("work/revisions")).isEmptyDirectory();
    }
}
