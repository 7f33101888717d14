package dev.berth.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.berth.process.BaseProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every line answers as a biz what it answers by itself, and docs/compatibility.md says so.
 *
 * <p>The stand-alone applications run one after the other on a thread of their own, while the base works.
 * {@code -Dline=<regular expression>} chooses rows, {@code -Dberth.docs.write=true} writes them into the page.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FidelityIT {

    @TempDir
    static Path directory;

    private static final Map<Line, Future<Visit>> VISITS = new HashMap<>();
    private static final List<String> ROWS = new ArrayList<>();

    private static ExecutorService standalone;
    private static BaseProcess base;

    @BeforeAll
    static void start() {
        // A second attempt of a test that failed comes through here again
        VISITS.clear();
        ROWS.clear();
        standalone = Executors.newSingleThreadExecutor();
        lines().forEach(line -> VISITS.put(line, standalone.submit(() -> alone(line))));
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

    static List<Refused> refused() {
        return Lines.chosenRefused();
    }

    static List<Named<Line>> named() {
        return lines().stream().map(line -> Named.of(line.name(), line)).toList();
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("named")
    @Order(1)
    void lineIsTheSameAsABiz(Line line) throws Exception {
        // Given the visit of the application by itself: what both write to is free again
        Visit standalone = VISITS.get(line).get();
        line.lacking().ifPresent(reason -> abort(line.name() + ": " + reason));
        // When
        Visit asBiz = new Hosted(base).visit(line);
        Outcome outcome = Outcome.of(line, standalone, asBiz);
        ROWS.add(outcome.row());
        // Then
        assertThat(outcome.complaints())
                .withFailMessage(() -> line.name() + "\n" + outcome.complaints())
                .isEmpty();
        assertThat(outcome.standalone().answers()).isPositive();
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("refused")
    @Order(2)
    void refusedKindIsToldWhy(Refused kind) throws IOException {
        // Given
        Path jar = kind.jar(directory.resolve("refused-" + kind.rowName()));
        // When
        HttpResponse<String> answer = base.admin().install(jar);
        // Then
        JsonNode problem = new JsonMapper().readTree(answer.body());
        assertThat(problem.path("code").asString("")).as(answer.body()).isEqualTo(kind.code());
        assertThat(base.admin().names()).isEmpty();
        ROWS.add(kind.row(problem.get("detail").asString()));
    }

    @Test
    @Order(3)
    void pageHasTheTableOfThisRun() throws IOException {
        // Given: rows of lines that were not chosen, or that this machine can't run, are those of an earlier run
        CompatibilityPage page = new CompatibilityPage();
        List<String> beginnings = Lines.beginnings();
        // When
        System.out.println(CompatibilityPage.table(ROWS));
        if (Boolean.getBoolean("berth.docs.write")) {
            page.write(ROWS, beginnings);
        }
        // Then
        List<String> rows = page.rows();
        assertThat(rows).containsSubsequence(ROWS);
        assertThat(rows).hasSameSizeAs(beginnings).zipSatisfy(beginnings, (row, beginning) -> assertThat(row)
                .startsWith(beginning)
                .doesNotContain("**fails**", "**differs**"));
        assertThat(page.read()).contains(CompatibilityPage.differences());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        standalone.shutdownNow();
        try {
            if (base != null) {
                base.close();
            }
        } finally {
            // A visit that is interrupted ends its application, and may only then have begun what its line has to end
            standalone.awaitTermination(1, TimeUnit.MINUTES);
            lines().forEach(Line::end);
        }
    }
}
