package dev.berth.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.berth.process.BaseProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every line answers as a biz what it answers by itself, and docs/compatibility.md says so.
 *
 * <p>The stand-alone applications run one after the other on a thread of their own, while the base works.
 * {@code -Dline=<regular expression>} chooses lines, {@code -Dberth.docs.write=true} writes the page anew.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FidelityIT {

    @TempDir
    static Path directory;

    private static final ExecutorService STANDALONE = Executors.newSingleThreadExecutor();
    private static final Map<Line, Future<Visit>> VISITS = new HashMap<>();
    private static final List<Outcome> OUTCOMES = new ArrayList<>();

    private static BaseProcess base;

    @BeforeAll
    static void start() {
        lines().forEach(line -> VISITS.put(line, STANDALONE.submit(() -> alone(line))));
        base = BaseProcess.defaultBase(directory.resolve("home"));
    }

    private static Visit alone(Line line) {
        return line.lacking()
                .map(reason -> Visit.none(new IllegalStateException(reason)))
                .orElseGet(() -> Standalone.visit(line, directory.resolve("alone-" + line.name())));
    }

    static List<Line> lines() {
        return Lines.chosen();
    }

    static List<Named<Line>> named() {
        return lines().stream().map(line -> Named.of(line.name(), line)).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("named")
    @Order(1)
    void lineIsTheSameAsABiz(Line line) throws Exception {
        // Given the visit of the application by itself: what both write to is free again
        Visit standalone = VISITS.get(line).get();
        line.lacking().ifPresent(reason -> abort(line.name() + ": " + reason));
        // When
        Visit asBiz = new Hosted(base).visit(line);
        Outcome outcome = Outcome.of(line, standalone, asBiz);
        OUTCOMES.add(outcome);
        // Then
        assertThat(outcome.complaints())
                .withFailMessage(() -> line.name() + "\n" + outcome.complaints())
                .isEmpty();
        assertThat(outcome.standalone().answers()).isPositive();
    }

    @Test
    @Order(2)
    void pageHasTheTableOfThisRun() throws IOException {
        // Given
        CompatibilityPage page = new CompatibilityPage();
        boolean all = OUTCOMES.size() == Lines.ALL.size();
        // When
        System.out.println(CompatibilityPage.table(OUTCOMES));
        if (all && Boolean.getBoolean("berth.docs.write")) {
            page.write(OUTCOMES);
        }
        // Then
        assertThat(page.read()).contains(OUTCOMES.stream().map(Outcome::row).toList());
        if (all) {
            assertThat(page.read()).contains(CompatibilityPage.table(OUTCOMES), CompatibilityPage.differences());
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        STANDALONE.shutdownNow();
        try {
            if (base != null) {
                base.close();
            }
        } finally {
            // A visit that is interrupted ends its application, and may only then have begun what its line has to end
            STANDALONE.awaitTermination(1, TimeUnit.MINUTES);
            lines().forEach(Line::end);
        }
    }
}
