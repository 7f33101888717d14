package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.control.BizView;
import dev.berth.control.Operation;
import dev.berth.control.Strategy;
import dev.berth.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long standbys stay, and what a base brings back when it starts anew. */
class StandbyIT {

    private static final BizName NAME = new BizName("shop");

    @TempDir
    Path home;

    @TempDir
    Path directory;

    @Test
    void standbyIsStoppedWhenItsTimeIsOverAndComesFromTheStoreThen() throws Exception {
        try (RunningBase base = RunningBase.start(home, "--berth.standby.keep=1s")) {
            // Given
            Operation first = install(base, "1");
            install(base, "2");
            becomes(base, "2 ACTIVE", "1 STANDBY");
            assertThat(base.control().biz(NAME).revisions().get(1).standbyUntil())
                    .isPresent();
            // When
            becomes(base, "2 ACTIVE");
            Operation back = base.await(base.control().rollback(NAME));
            // Then
            assertThat(back.problem()).isEmpty();
            assertThat(back.revision()).isNotEqualTo(first.revision());
            assertThat(base.get("/shop/version").body()).isEqualTo("1");
        }
    }

    @Test
    void withoutStandbysARevisionIsStoppedWhenItIsDrained() throws Exception {
        try (RunningBase base = RunningBase.start(home, "--berth.standby.max=0")) {
            // Given
            install(base, "1");
            // When
            install(base, "2");
            // Then
            becomes(base, "2 ACTIVE");
            assertThat(base.server().contextPaths()).containsExactly("/shop");
        }
    }

    @Test
    void memoryPressureStopsStandbysButNotWhatIsBesideOrActive() throws Exception {
        try (RunningBase base = RunningBase.start(home)) {
            // Given
            install(base, "1");
            install(base, "2");
            base.install(
                    VersionedBiz.jar(directory, "shop", "3"),
                    artifact -> ShopVersions.request(artifact, Strategy.SIDE_BY_SIDE));
            becomes(base, "3 READY", "2 ACTIVE", "1 STANDBY");
            // When
            base.control().memoryIsShort();
            // Then
            becomes(base, "3 READY", "2 ACTIVE");
        }
    }

    @Test
    void memoryPressureDropsOneStandbyWhileTheBizOfAnotherIsBeingInstalled() throws Exception {
        try (RunningBase base = RunningBase.start(home)) {
            // Given
            for (String name : List.of("first", "shop", "last")) {
                base.install(VersionedBiz.jar(directory, name, "1"));
                base.install(VersionedBiz.jar(directory, name, "2"));
            }
            becomes(base, "2 ACTIVE", "1 STANDBY", "2 ACTIVE", "1 STANDBY", "2 ACTIVE", "1 STANDBY");
            Path hanging =
                    VersionedBiz.of("shop", "3").resource("hangs.txt", "yes").slim(directory);
            Operation install = base.control().install(ShopVersions.request(base.upload(hanging), Strategy.REPLACE));
            assertThat(Eventually.holds(() -> states(base).contains("3 STARTING")))
                    .isTrue();
            // When
            base.control().memoryIsShort();
            base.control().memoryIsShort();
            // Then
            assertThat(Eventually.holds(() -> standbys(base).equals(List.of("shop"))))
                    .isTrue();
            assertThat(base.control().operation(install.id()))
                    .get()
                    .extracting(Operation::status)
                    .isEqualTo(Operation.Status.RUNNING);
        }
    }

    private static List<String> standbys(RunningBase base) {
        return base.control().biz().stream()
                .filter(biz -> biz.revisions().stream()
                        .anyMatch(revision -> revision.state().equals("STANDBY")))
                .map(biz -> biz.name().value())
                .toList();
    }

    @Test
    void rollbackWhileItsStandbyIsBeingClosedStartsTheVersionAnewAndDoesNotWait() throws Exception {
        try (RunningBase base = RunningBase.start(home)) {
            // Given
            Path held = standbyIsBeingClosed(base);
            // When
            Operation back = base.await(base.control().rollback(NAME));
            // Then
            assertThat(back.problem()).isEmpty();
            assertThat(base.get("/shop/version").body()).isEqualTo("1");
            assertThat(states(base)).contains("1 ACTIVE").endsWith("1 DRAINING");
            // When
            Files.delete(held);
            // Then
            becomes(base, "1 ACTIVE", "2 STANDBY");
            assertThat(base.get("/shop/version").body()).isEqualTo("1");
            Agreement.among(base);
        }
    }

    @Test
    void installWhileAStandbyIsBeingClosedDoesNotWaitButAnUninstallDoes() throws Exception {
        try (RunningBase base = RunningBase.start(home)) {
            // Given
            Path held = standbyIsBeingClosed(base);
            // When
            install(base, "3");
            Operation uninstall = base.control().uninstall(NAME);
            Operation meanwhile = base.control().await(uninstall.id(), Duration.ofMillis(300));
            Files.delete(held);
            Operation ended = base.await(uninstall);
            // Then
            assertThat(meanwhile.status()).isEqualTo(Operation.Status.RUNNING);
            assertThat(ended.problem()).isEmpty();
            assertThat(ended.notes())
                    .extracting(Operation.Note::message)
                    .containsExactly("Taken down were 'shop:3#3', 'shop:2#2'");
            assertThat(states(base)).isEmpty();
            assertThat(base.server().contextPaths()).isEmpty();
        }
    }

    /** Returns the file that holds the close of version 1 as long as it is there. */
    private Path standbyIsBeingClosed(RunningBase base) throws IOException {
        Path held = Files.createFile(directory.resolve("held"));
        Path first = VersionedBiz.of("shop", "1")
                .resource("held.txt", held.toString())
                .slim(directory);
        assertThat(base.install(first).problem()).isEmpty();
        install(base, "2");
        becomes(base, "2 ACTIVE", "1 STANDBY");
        base.control().memoryIsShort();
        becomes(base, "2 ACTIVE", "1 DRAINING");
        return held;
    }

    @Test
    void standbyWithALoopOnAnExecutorIsStoppedWithoutADrainOfItsOwn() throws Exception {
        try (RunningBase base = RunningBase.start(home, "--berth.biz.drain-timeout=5s")) {
            // Given
            assertThat(base.install(VersionedBiz.of("shop", "1")
                                    .resource("busy.txt", "yes")
                                    .slim(directory))
                            .problem())
                    .isEmpty();
            install(base, "2");
            becomes(base, "2 ACTIVE", "1 STANDBY");
            long begun = System.nanoTime();
            // When
            base.control().memoryIsShort();
            becomes(base, "2 ACTIVE");
            // Then
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void baseThatStartsAnewBringsBackWhatIsActiveAndBesideAndKnowsTheHistory() throws Exception {
        // Given
        try (RunningBase base = RunningBase.start(home)) {
            install(base, "1");
            install(base, "2");
            base.install(
                    VersionedBiz.jar(directory, "shop", "3"),
                    artifact -> ShopVersions.request(artifact, Strategy.SIDE_BY_SIDE));
        }
        try (RunningBase base = RunningBase.start(home)) {
            // Then
            becomes(base, "3 READY", "2 ACTIVE");
            // When
            Operation back = base.await(base.control().rollback(NAME));
            // Then
            assertThat(back.problem()).isEmpty();
            assertThat(base.get("/shop/version").body()).isEqualTo("1");
            assertThat(base.await(base.control().switchTo(NAME, new BizVersion("3")))
                            .problem())
                    .isEmpty();
            assertThat(base.get("/shop/version").body()).isEqualTo("3");
        }
    }

    @Test
    void baseThatStartsAnewLeavesAStoppedBizStoppedAndItsPathClosed() throws Exception {
        // Given
        try (RunningBase base = RunningBase.start(home)) {
            install(base, "1");
            base.await(base.control().stop(NAME));
        }
        try (RunningBase base = RunningBase.start(home)) {
            // When
            assertThat(Eventually.holds(() -> base.get("/shop/version").statusCode() == 503))
                    .isTrue();
            BizView view = base.control().biz(NAME);
            // Then
            assertThat(view.state()).isEqualTo("STOPPED");
            assertThat(view.revisions()).isEmpty();
            assertThat(base.control().biz()).containsExactly(view);
            // When
            assertThat(base.await(base.control().start(NAME)).problem()).isEmpty();
            // Then
            assertThat(base.get("/shop/version").body()).isEqualTo("1");
        }
    }

    @Test
    void jarOfAVersionThatIsKnownNoMoreIsRemoved() throws Exception {
        try (RunningBase base = RunningBase.start(home, "--berth.standby.max=0")) {
            // Given
            install(base, "1");
            install(base, "2");
            becomes(base, "2 ACTIVE");
            long ofBoth = jars();
            // When
            base.await(base.control().uninstall(new BizId(NAME, new BizVersion("1"))));
            long ofOne = jars();
            base.uninstall("shop");
            // Then
            assertThat(ofBoth).isEqualTo(2);
            assertThat(ofOne).isOne();
            assertThat(jars()).isZero();
        }
    }

    private long jars() throws IOException {
        try (Stream<Path> jars = Files.list(home.resolve("artifacts/sha256"))) {
            return jars.count();
        }
    }

    private Operation install(RunningBase base, String version) {
        Operation installed = base.install(VersionedBiz.jar(directory, "shop", version));
        assertThat(installed.problem()).isEmpty();
        return installed;
    }

    private static void becomes(RunningBase base, String... states) {
        Eventually.holds(() -> states(base).equals(List.of(states)));
        assertThat(states(base)).containsExactly(states);
    }

    private static List<String> states(RunningBase base) {
        return base.control().biz().stream()
                .flatMap(biz -> biz.revisions().stream())
                .map(revision -> revision.version() + " " + revision.state())
                .toList();
    }
}
