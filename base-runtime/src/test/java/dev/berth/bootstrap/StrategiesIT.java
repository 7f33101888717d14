package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.control.Operation;
import dev.berth.control.Strategy;
import dev.berth.error.ErrorCode;
import dev.berth.standalone.DefaultBase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The strategies of an install, over real HTTP. */
class StrategiesIT {

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
    void sideBySideWaitsForASwitchAndCanBeTriedByHeader() throws Exception {
        // Given
        shop.install("1");
        // When
        Operation beside = shop.install("2", Strategy.SIDE_BY_SIDE);
        // Then
        assertThat(beside.problem()).isEmpty();
        assertThat(shop.version()).isEqualTo("1");
        assertThat(shop.states()).containsExactly("2 READY", "1 ACTIVE");
        assertThat(shop.tried("2").body()).isEqualTo("2");
        assertThat(shop.tried(beside.revision().orElseThrow()).body()).isEqualTo("2");
        assertThat(shop.tried("9").statusCode()).isEqualTo(404);
        // When
        base.await(base.control().switchTo(NAME, new BizVersion("2")));
        // Then
        assertThat(shop.version()).isEqualTo("2");
        assertThat(base.control().biz(NAME).earlierVersions()).containsExactly("1");
    }

    @Test
    void stopFirstStopsTheOldBeforeTheNewStarts() throws Exception {
        // Given
        shop.install("1");
        // When
        Operation replaced = shop.install("2", Strategy.STOP_FIRST);
        // Then
        assertThat(replaced.problem()).isEmpty();
        assertThat(replaced.phases())
                .extracting(Operation.Phase::name)
                .containsSubsequence("stop", "start", "activate");
        assertThat(shop.version()).isEqualTo("2");
        assertThat(shop.states()).containsExactly("2 ACTIVE");
        assertThat(base.await(base.control().rollback(NAME)).problem()).isEmpty();
        assertThat(shop.version()).isEqualTo("1");
    }

    @Test
    void stopFirstWhenTheNewVersionFailsStartsTheOldAgainAndSaysSo() throws Exception {
        // Given
        shop.install("1");
        // When
        Operation failed = base.install(
                VersionedBiz.broken(directory, "shop", "2"),
                artifact -> ShopVersions.request(artifact, Strategy.STOP_FIRST));
        // Then
        assertThat(failed.problem()).get().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.BIZ_START_FAILED);
            assertThat(problem.message()).endsWith("; version '1' was started again and serves");
        });
        assertThat(shop.version()).isEqualTo("1");
        assertThat(shop.states()).containsExactly("1 ACTIVE");
    }

    @Test
    void pathThatChangesBetweenVersionsFollowsTheActiveOne() throws Exception {
        // Given
        shop.install("1");
        // When
        base.install(VersionedBiz.of("shop", "2")
                .attribute("Berth-Context-Path", "/store")
                .slim(directory));
        // Then
        assertThat(base.get("/store/version").body()).isEqualTo("2");
        assertThat(base.get("/shop/version").statusCode()).isEqualTo(404);
        // When
        shop.rollback();
        // Then
        assertThat(shop.version()).isEqualTo("1");
        assertThat(base.get("/store/version").statusCode()).isEqualTo(404);
    }

    @Test
    void namesDoNotDisturbEachOther() throws Exception {
        // Given
        shop.install("1");
        base.install(VersionedBiz.jar(directory, "other", "7"));
        // When
        shop.install("2");
        base.await(base.control().stop(NAME));
        // Then
        assertThat(base.get("/other/version").body()).isEqualTo("7");
        assertThat(base.control().biz(new BizName("other")).revisions()).hasSize(1);
    }
}
