package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.alipay.sofa.ark.spi.model.Biz;
import dev.berth.artifact.Artifact;
import dev.berth.biz.BizName;
import dev.berth.control.Operation;
import dev.berth.control.Strategy;
import dev.berth.lifecycle.Revision;
import dev.berth.store.WantedBiz;
import dev.berth.testing.BizJar;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many install one name at once, and all who keep a registry agree about what is there then. */
class ConcurrentInstallIT {

    private static final int THREADS = 8;
    private static final int ROUNDS = 60;
    private static final int ROUNDS_OF_EIGHT = 10;
    private static final BizName NAME = new BizName("tiny");

    private final RunningBase base = RunningBase.shared();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @TempDir
    private Path directory;

    @AfterEach
    void uninstallAll() {
        threads.shutdownNow();
        base.uninstallAll();
    }

    @Test
    void installWhenEightVersionsComeAtOnceTheyReplaceEachOther() throws Exception {
        // Given
        List<Path> jars = IntStream.range(0, THREADS)
                .mapToObj(number -> tiny("1.0." + number).slim(directory))
                .toList();
        for (int round = 0; round < ROUNDS_OF_EIGHT; round++) {
            // When
            List<Operation> operations = installAtOnce(jars);
            // Then
            assertThat(operations).allMatch(operation -> operation.problem().isEmpty() && operation.changed());
            WantedBiz wanted = Agreement.among(base).find(NAME).orElseThrow();
            assertThat(wanted.earlier()).hasSize(THREADS - 1);
            uninstall();
        }
    }

    @Test
    void rollbackWhenInstallsOfAnotherBizHangDoesNotWaitForThem() throws Exception {
        try (RunningBase own = RunningBase.start(directory.resolve("home"))) {
            // Given
            own.install(VersionedBiz.jar(directory, "shop", "1"));
            own.install(VersionedBiz.jar(directory, "shop", "2"));
            Artifact hanging = own.upload(
                    VersionedBiz.of("slow", "1").resource("hangs.txt", "yes").slim(directory));
            for (int install = 0; install < 10; install++) {
                own.control().install(ShopVersions.request(hanging, Strategy.REPLACE));
            }
            // When
            Operation begun = own.control().rollback(new BizName("shop"));
            Operation back = own.control().await(begun.id(), Duration.ofSeconds(10));
            // Then
            assertThat(back.status()).isEqualTo(Operation.Status.SUCCEEDED);
            assertThat(own.get("/shop/version").body()).isEqualTo("1");
        }
    }

    @Test
    void installWhenManyInstallsOfAnotherBizWaitForOneThatHangsDoesNotWaitForThem() throws Exception {
        try (RunningBase own = RunningBase.start(directory.resolve("home"))) {
            // Given
            Artifact hanging = own.upload(
                    VersionedBiz.of("slow", "1").resource("hangs.txt", "yes").slim(directory));
            for (int install = 0; install < 40; install++) {
                own.control().install(ShopVersions.request(hanging, Strategy.REPLACE));
            }
            Artifact quick = own.upload(VersionedBiz.jar(directory, "shop", "1"));
            // When
            Operation begun = own.control().install(ShopVersions.request(quick, Strategy.REPLACE));
            Operation installed = own.control().await(begun.id(), Duration.ofSeconds(20));
            // Then
            assertThat(installed.status()).isEqualTo(Operation.Status.SUCCEEDED);
            assertThat(own.get("/shop/version").body()).isEqualTo("1");
        }
    }

    @Test
    void installWhenOneJarComesEightTimesAtOnceInstallsItOnce() throws Exception {
        // Given
        List<Path> jars = Collections.nCopies(THREADS, tiny("1.0.0").slim(directory));
        for (int round = 0; round < ROUNDS; round++) {
            // When
            List<Operation> operations = installAtOnce(jars);
            // Then
            assertThat(operations)
                    .allMatch(operation -> operation.problem().isEmpty())
                    .filteredOn(Operation::changed)
                    .hasSize(1);
            assertThat(operations)
                    .extracting(Operation::revision)
                    .containsOnly(operations.get(0).revision());
            assertAllAgreeOn(operations.get(0));
            uninstall();
        }
    }

    private List<Operation> installAtOnce(List<Path> jars) throws Exception {
        CyclicBarrier together = new CyclicBarrier(THREADS);
        List<Future<Operation>> running = new ArrayList<>();
        for (Path jar : jars) {
            running.add(threads.submit(() -> {
                together.await();
                return base.install(jar);
            }));
        }
        List<Operation> ended = new ArrayList<>();
        for (Future<Operation> operation : running) {
            ended.add(operation.get());
        }
        return ended;
    }

    private void assertAllAgreeOn(Operation winner) {
        String version = winner.version().orElseThrow();
        Revision active = base.registry().active(NAME).orElseThrow();
        assertThat(active.id()).hasToString(winner.revision().orElseThrow());
        assertThat(base.registry().revisions()).containsExactly(active);
        assertThat(base.server().contextPaths()).containsExactly("/tiny");
        assertThat(biz()).extracting(Biz::getIdentity).containsExactly("tiny:" + version);
        assertThat(base.get("/tiny/version").body()).isEqualTo(version);
    }

    private void uninstall() {
        assertThat(base.uninstall("tiny").problem()).isEmpty();
        assertThat(base.registry().revisions()).isEmpty();
        assertThat(base.registry().active(NAME)).isEmpty();
        assertThat(base.server().contextPaths()).isEmpty();
        assertThat(biz()).isEmpty();
    }

    private List<Biz> biz() {
        return base.ark().getBizInOrder().stream()
                .filter(biz -> !biz.getBizName().equals("(base)"))
                .toList();
    }

    private static BizJar tiny(String version) {
        return VersionedBiz.of("tiny", version);
    }
}
