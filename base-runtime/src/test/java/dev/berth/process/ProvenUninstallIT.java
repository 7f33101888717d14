package dev.berth.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.badinput.Answer;
import dev.berth.testing.Eventually;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An uninstalled biz is provably gone, or the answer names what holds it. */
class ProvenUninstallIT {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Pattern COLLECTED = Pattern.compile("INFO .*Loader was collected \\d+ ms after its close\\R");
    private static final Pattern STILL_THERE =
            Pattern.compile("WARN .*Loader is still there \\d+ ms after its close\\. Thread 'poller' ");

    @TempDir
    private static Path directory;

    private static BaseProcess base;

    @BeforeAll
    static void start() {
        base = BaseProcess.defaultBase(directory.resolve("home"), "--berth.leak.verify-within=3s");
    }

    @AfterAll
    static void stop() {
        base.close();
    }

    @Test
    void uninstallOfABizThatLeavesNothingSaysCollected() {
        // Given
        base.admin().install(LeakyJars.plain("plain", directory));
        int before = linesThatSayCollected();
        // When
        JsonNode operation = body(base.admin().uninstall("plain"));
        // Then
        JsonNode loader = operation.path("loaders").path(0);
        assertThat(loader.path("outcome").asString()).as(operation.toString()).isEqualTo("collected");
        assertThat(loader.path("revision").asString()).startsWith("plain:");
        assertThat(loader.path("millis").asDouble()).isPositive();
        assertThat(phases(operation)).containsExactly("stop", "verify");
        assertThat(base.admin().names()).doesNotContain("plain");
        base.process().await("a line that says so", () -> linesThatSayCollected() > before);
    }

    @Test
    void uninstallOfAHeldBizNamesTheThreadAndListsTheRevisionUntilItIsGone() throws IOException {
        // Given
        Path end = directory.resolve("end-of-held");
        base.admin().install(LeakyJars.stuck("held", end, directory));
        // When
        JsonNode operation = body(base.admin().uninstall("held"));
        // Then
        JsonNode loader = operation.path("loaders").path(0);
        assertThat(loader.path("outcome").asString()).isEqualTo("held");
        JsonNode holder = loader.path("holders").path(0);
        assertThat(holder.path("kind").asString()).isEqualTo("thread");
        assertThat(holder.path("description").asString()).startsWith("Thread 'poller' ");
        assertThat(holder.path("stack").asString()).contains("com.example.stuck.Stuck.poll(");
        assertThat(base.admin().biz("held").path("state").asString()).isEqualTo("HELD");
        assertThat(lingering("held").path("outcome").asString()).isEqualTo("held");
        base.process().await("a line that says so", () -> STILL_THERE
                .matcher(base.process().output())
                .find());
        assertThat(base.admin().get("/metrics").body())
                .contains("berth_loaders_lingering{outcome=\"held\"} 1.0")
                .contains("jvm_memory_used_bytes");
        assertThat(Answer.of(base.admin().uninstall("held")).message())
                .contains("is not installed; its revision 'held:1.0.0#")
                .contains("' is closed, but something holds it");
        // When
        Files.createFile(end);
        // Then
        assertThat(Eventually.holds(() -> {
                    // Somebody's collection; nobody asks for one here any more
                    base.admin().post("/v1/base/heap-dump");
                    return !base.admin().names().contains("held");
                }))
                .isTrue();
        assertThat(lingering("held").isMissingNode()).isTrue();
    }

    @Test
    void heapDumpIsSentAndLeavesNoFile() throws IOException {
        // When
        HttpResponse<String> answer = base.admin().post("/v1/base/heap-dump");
        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("JAVA PROFILE 1.0.");
        try (Stream<Path> files = Files.list(base.home().resolve("work/heap-dumps"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void manyUninstallsAtOnceShareFewCollections() throws Exception {
        // Given
        List<String> names = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            names.add("many" + number);
            base.admin().install(LeakyJars.plain("many" + number, directory));
        }
        long before = collectionsAsked();
        // When
        List<JsonNode> operations = new ArrayList<>();
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            for (Future<HttpResponse<String>> answer : callers.invokeAll(names.stream()
                    .<Callable<HttpResponse<String>>>map(
                            name -> () -> base.admin().uninstall(name))
                    .toList())) {
                operations.add(body(answer.get()));
            }
        } finally {
            callers.shutdownNow();
        }
        // Then
        assertThat(operations).allSatisfy(operation -> assertThat(
                        operation.path("loaders").path(0).path("outcome").asString())
                .isEqualTo("collected"));
        assertThat(collectionsAsked() - before).isBetween(1L, names.size() / 2L);
    }

    @Test
    void bizThatIsStillVerifiedIsNotThereForASecondUninstallAndCanBeInstalledAgain() throws Exception {
        // Given
        Path end = directory.resolve("end-of-again");
        Path jar = LeakyJars.stuck("again", end, directory);
        base.admin().install(jar);
        JsonNode begun = body(base.admin().beginUninstall("again"));
        assertThat(Eventually.holds(
                        () -> lingering("again").path("outcome").asString().equals("verifying")))
                .isTrue();
        // When
        Answer second = Answer.of(base.admin().uninstall("again"));
        long start = System.nanoTime();
        HttpResponse<String> install = base.admin().install(jar);
        long millis = (System.nanoTime() - start) / 1_000_000;
        // Then
        assertThat(second.code()).isEqualTo("BIZ_NOT_FOUND");
        assertThat(install.statusCode()).isEqualTo(201);
        assertThat(base.admin()
                        .json("/v1/operations/" + begun.path("id").asString())
                        .path("status")
                        .asString())
                .as("after %d ms", millis)
                .isEqualTo("running");
        assertThat(base.admin().biz("again").path("state").asString()).isEqualTo("ACTIVE");
        Files.createFile(end);
        base.admin().uninstall("again");
    }

    private static int linesThatSayCollected() {
        return (int) COLLECTED.matcher(base.process().output()).results().count();
    }

    private static JsonNode lingering(String name) {
        return base.admin()
                .json("/v1/leaks")
                .path("lingering")
                .valueStream()
                .filter(each -> each.path("name").asString().equals(name))
                .findFirst()
                .orElseGet(() -> JSON.createObjectNode().path("none"));
    }

    private static long collectionsAsked() {
        return base.admin().json("/v1/leaks").path("collectionsAsked").asLong();
    }

    private static List<String> phases(JsonNode operation) {
        return operation
                .path("phases")
                .valueStream()
                .map(phase -> phase.path("name").asString())
                .toList();
    }

    private static JsonNode body(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
