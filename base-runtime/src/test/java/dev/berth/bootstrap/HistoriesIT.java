package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.bootstrap.StepOrder.Done;
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
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
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
    private static final long SEED = Long.getLong("berth-test.seed", System.nanoTime());

    /** Of each thread; a machine that is busy with other things manages some more. */
    private static final int STEPS = 5;

    private final RunningBase base = RunningBase.shared();
    private final Map<String, Path> jars = new HashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile long end;

    @TempDir
    Path directory;

    @BeforeEach
    void writeJars() {
        for (String name : NAMES) {
            VERSIONS.forEach(version -> jars.put(name + version, VersionedBiz.jar(directory, name, version)));
            jars.put(name + BROKEN, VersionedBiz.broken(directory, name, BROKEN));
        }
    }

    @AfterEach
    void uninstallAll() {
        base.uninstallAll();
    }

    @Test
    void oneThreadANameEveryOutcomeIsThatOfTheModel() throws Exception {
        // Given
        Map<String, List<Done>> histories = new HashMap<>();
        Map<String, BizModel> models = new HashMap<>();
        List<Runnable> threads = new ArrayList<>();
        for (String name : NAMES) {
            List<Done> history = histories.computeIfAbsent(name, any -> new ArrayList<>());
            BizModel model = models.computeIfAbsent(name, any -> new BizModel());
            Random random = new Random(SEED + name.hashCode());
            threads.add(() -> follow(name, random, model, history));
        }
        // When
        run(threads);
        // Then
        assertThat(wrong).as("seed " + SEED).isEmpty();
        assertThat(histories.values()).allMatch(history -> history.size() >= STEPS);
        WantedState wanted = Agreement.among(base);
        models.forEach((name, model) -> assertThat(described(wanted.find(new BizName(name))))
                .as("seed " + SEED + ", " + name)
                .isEqualTo(model.toString()));
    }

    @Test
    void manyThreadsOnTheSameNamesAllAgreeAtTheEndAndSomeOrderExplainsEveryOutcome() throws Exception {
        // Given
        Map<String, List<List<Done>>> histories = new HashMap<>();
        List<Runnable> threads = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            Random random = new Random(SEED + number);
            String name = NAMES.get(number % 2);
            List<Done> history = new ArrayList<>();
            histories.computeIfAbsent(name, any -> new ArrayList<>()).add(history);
            threads.add(() -> {
                while (goesOn()) {
                    history.add(done(step(name, random)));
                }
            });
        }
        threads.add(() -> call(NAMES.get(0)));
        // When
        run(threads);
        // Then
        assertThat(wrong).as("seed " + SEED).isEmpty();
        assertThat(calls).hasValueGreaterThan(100);
        WantedState wanted = Agreement.among(base);
        histories.forEach((name, ofName) -> {
            assertThat(ofName).allMatch(history -> history.size() >= STEPS);
            assertThat(StepOrder.exists(ofName, described(wanted.find(new BizName(name)))))
                    .as("seed " + SEED + ", " + name + ", " + ofName + ", " + described(wanted.find(new BizName(name))))
                    .isTrue();
        });
    }

    /** A thread that dies is as wrong as a wrong outcome. */
    private void run(List<Runnable> works) throws InterruptedException {
        end = System.nanoTime() + TIME.toNanos();
        List<Thread> threads = works.stream()
                .map(work -> new Thread(() -> {
                    try {
                        work.run();
                    } catch (RuntimeException | Error failure) {
                        wrong.add(failure.toString());
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private boolean goesOn() {
        return System.nanoTime() < end && wrong.isEmpty();
    }

    /** Whatever happens to a biz, its callers hear of it in a proper way. */
    private void call(String name) {
        while (goesOn()) {
            int status = base.get("/" + name + "/version").statusCode();
            calls.incrementAndGet();
            if (status != 200 && status != 404 && status != 503) {
                wrong.add("status " + status);
            }
        }
    }

    private void follow(String name, Random random, BizModel model, List<Done> history) {
        while (goesOn()) {
            Step step = step(name, random);
            String expected = step.model().apply(model);
            Done done = done(step);
            history.add(done);
            if (!done.outcome().equals(expected)) {
                wrong.add(name + ": " + done + " and not " + expected + " after " + history + ", " + model);
            }
        }
    }

    private Done done(Step step) {
        long begun = System.nanoTime();
        String outcome = outcome(step);
        return new Done(step.text(), step.model(), outcome, begun, System.nanoTime());
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

    private Step step(String name, Random random) {
        BizName biz = new BizName(name);
        String version = VERSIONS.get(random.nextInt(VERSIONS.size()));
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> install(name, version, Strategy.REPLACE, model -> model.install(version));
            case 3 -> install(name, version, Strategy.STOP_FIRST, model -> model.install(version));
            case 4 -> install(name, version, Strategy.SIDE_BY_SIDE, model -> model.installBeside(version));
            case 5 ->
                install(
                        name,
                        BROKEN,
                        Strategy.values()[random.nextInt(Strategy.values().length)],
                        model -> ErrorCode.BIZ_START_FAILED.name());
            case 6, 7 ->
                new Step("rollback", BizModel::rollback, () -> base.control().rollback(biz));
            case 8 ->
                new Step("switch " + version, model -> model.switchTo(version), () -> base.control()
                        .switchTo(biz, new BizVersion(version)));
            case 9 -> new Step("stop", BizModel::stop, () -> base.control().stop(biz));
            case 10 -> new Step("start", BizModel::start, () -> base.control().start(biz));
            default ->
                random.nextInt(3) == 0
                        ? new Step("uninstall", BizModel::uninstall, () -> base.control()
                                .uninstall(biz))
                        : new Step("uninstall " + version, model -> model.uninstall(version), () -> base.control()
                                .uninstall(new BizId(biz, new BizVersion(version))));
        };
    }

    private Step install(String name, String version, Strategy strategy, Function<BizModel, String> model) {
        return new Step("install " + version + " " + strategy.label(), model, () -> base.control()
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
    private record Step(String text, Function<BizModel, String> model, Supplier<Operation> ask) {}
}
