package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.control.Operation;
import dev.berth.control.Strategy;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.store.WantedBiz;
import dev.berth.store.WantedState;
import dev.berth.store.WantedVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random histories of everything that can be asked of a base, by several threads on several names: each outcome and the
 * end are as a model says, and registry, Tomcat, Ark, wanted state and work folders agree.
 */
class HistoriesIT {

    private static final List<String> NAMES = List.of("red", "green", "blue");
    private static final List<String> VERSIONS = List.of("1", "2", "3", "4");
    private static final String BROKEN = "bad";
    private static final Duration TIME = Duration.ofSeconds(10);

    private final RunningBase base = RunningBase.shared();
    private final Map<String, Path> jars = new HashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Map<String, BizModel> models = new ConcurrentHashMap<>();
    private final long end = System.nanoTime() + TIME.toNanos();

    @TempDir
    Path directory;

    @BeforeEach
    void writeJars() {
        for (String name : NAMES) {
            VERSIONS.forEach(version -> jars.put(name + version, VersionedBiz.jar(directory, name, version)));
            jars.put(name + BROKEN, VersionedBiz.broken(directory, name, BROKEN));
            models.put(name, new BizModel());
        }
    }

    @AfterEach
    void uninstallAll() {
        base.uninstallAll();
    }

    @Test
    void oneThreadANameEveryOutcomeIsThatOfTheModel() throws Exception {
        // Given
        long seed = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        NAMES.forEach(name -> threads.add(new Thread(() -> follow(name, new Random(seed + name.hashCode())))));
        // When
        run(threads);
        // Then
        assertThat(wrong).as("seed " + seed).isEmpty();
        WantedState wanted = Agreement.among(base);
        models.forEach((name, model) -> assertThat(described(wanted.find(new BizName(name))))
                .as("seed " + seed + ", " + name)
                .isEqualTo(model.toString()));
    }

    @Test
    void manyThreadsOnTheSameNamesAllAgreeAtTheEnd() throws Exception {
        // Given
        long seed = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            Random random = new Random(seed + number);
            String name = NAMES.get(number % 2);
            threads.add(new Thread(() -> {
                while (System.nanoTime() < end) {
                    String outcome = outcome(step(name, random, new BizModel()));
                    if (outcome.equals(ErrorCode.INTERNAL_ERROR.name())) {
                        wrong.add(outcome);
                    }
                }
            }));
        }
        threads.add(new Thread(() -> call(NAMES.get(0))));
        // When
        run(threads);
        // Then
        assertThat(wrong).as("seed " + seed).isEmpty();
        Agreement.among(base);
    }

    private static void run(List<Thread> threads) throws InterruptedException {
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Whatever happens to a biz, its callers hear of it in a proper way. */
    private void call(String name) {
        while (System.nanoTime() < end) {
            int status = base.get("/" + name + "/version").statusCode();
            if (status != 200 && status != 404 && status != 503) {
                wrong.add("status " + status);
            }
        }
    }

    private void follow(String name, Random random) {
        List<String> history = new ArrayList<>();
        while (System.nanoTime() < end && wrong.isEmpty()) {
            Step step = step(name, random, models.get(name));
            String outcome = outcome(step);
            history.add(step.text() + " -> " + outcome);
            if (!outcome.equals(step.expected())) {
                wrong.add(name + ": " + step.text() + " was " + outcome + " and not " + step.expected() + " after "
                        + history + ", " + models.get(name));
            }
        }
    }

    /** Asks and waits for the end. */
    private String outcome(Step step) {
        try {
            Operation ended = base.await(step.ask().get());
            return ended.problem()
                    .map(problem -> problem.code().name())
                    .orElse(ended.changed() ? BizModel.CHANGED : BizModel.UNCHANGED);
        } catch (BerthException refused) {
            return refused.code().name();
        }
    }

    private Step step(String name, Random random, BizModel model) {
        BizName biz = new BizName(name);
        String version = VERSIONS.get(random.nextInt(VERSIONS.size()));
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> install(name, version, Strategy.REPLACE, model.install(version));
            case 3 -> install(name, version, Strategy.STOP_FIRST, model.install(version));
            case 4 -> install(name, version, Strategy.SIDE_BY_SIDE, model.installBeside(version));
            case 5 ->
                install(
                        name,
                        BROKEN,
                        Strategy.values()[random.nextInt(Strategy.values().length)],
                        ErrorCode.BIZ_START_FAILED.name());
            case 6, 7 ->
                new Step("rollback", model.rollback(), () -> base.control().rollback(biz));
            case 8 ->
                new Step("switch " + version, model.switchTo(version), () -> base.control()
                        .switchTo(biz, new BizVersion(version)));
            case 9 -> new Step("stop", model.stop(), () -> base.control().stop(biz));
            case 10 -> new Step("start", model.start(), () -> base.control().start(biz));
            default ->
                random.nextInt(3) == 0
                        ? new Step("uninstall", model.uninstall(), () -> base.control()
                                .uninstall(biz))
                        : new Step("uninstall " + version, model.uninstall(version), () -> base.control()
                                .uninstall(new BizId(biz, new BizVersion(version))));
        };
    }

    private Step install(String name, String version, Strategy strategy, String expected) {
        return new Step("install " + version + " " + strategy.label(), expected, () -> base.control()
                .install(ShopVersions.request(base.upload(jars.get(name + version)), strategy)));
    }

    private static String described(Optional<WantedBiz> wanted) {
        return wanted.map(biz -> "current "
                        + biz.current().map(each -> each.version().value()).orElse("") + " stopped "
                        + biz.isStopped() + " beside " + versions(biz.beside()) + " earlier " + versions(biz.earlier())
                        + " left " + versions(biz.left()))
                .orElse(new BizModel().toString());
    }

    private static List<String> versions(List<WantedVersion> versions) {
        return versions.stream().map(each -> each.version().value()).toList();
    }

    /** Something to ask of the base, and what shall come of it. */
    private record Step(String text, String expected, Supplier<Operation> ask) {}
}
