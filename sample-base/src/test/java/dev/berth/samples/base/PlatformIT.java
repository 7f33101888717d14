package dev.berth.samples.base;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.process.BaseProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The story of docs/platform.md, with the samples as this build has made them. */
class PlatformIT {

    private static final Path SAMPLES = Path.of(System.getProperty("samples"));
    private static final Path SITE_A = SAMPLES.resolve("sample-biz/site-a/target/site-a-1.0.0-biz.jar");
    private static final Path SITE_B = SAMPLES.resolve("sample-biz/site-b/target/site-b-1.0.0-biz.jar");

    @TempDir
    private Path directory;

    private BaseProcess base;

    @BeforeEach
    void start() throws IOException {
        Path plugins = Files.createDirectories(directory.resolve("home/plugins"));
        Files.copy(
                SAMPLES.resolve("ark-plugins/pricing-api/target/pricing-api.ark.plugin"),
                plugins.resolve("pricing-api.ark.plugin"));
        base = BaseProcess.start(directory.resolve("home"), List.of("-jar", System.getProperty("base.jar")));
    }

    @AfterEach
    void stop() {
        base.close();
    }

    @Test
    void baseHasPluginsOfItsHomeAndOfItsClassPath() {
        // When
        JsonNode plugins = base.admin().json("/v1/base").get("plugins");
        // Then
        assertThat(plugins.valueStream()
                        .map(plugin -> plugin.get("name").asString() + " "
                                + plugin.get("origin").asString()))
                .containsExactly("json-rules class-path", "pricing-api home");
    }

    @Test
    void sitesTakeThePlaceOfTheDefaultByRuleAndGiveItBack() {
        // Given
        assertThat(seller("a")).isEqualTo("list");
        // When
        assertThat(base.admin().install(SITE_A).statusCode()).isEqualTo(201);
        assertThat(base.admin().install(SITE_B).statusCode()).isEqualTo(201);
        // Then
        assertThat(List.of(seller("a"), seller("b"), seller("c"))).containsExactly("site-a", "site-b", "list");
        assertThat(pluginOf("site-a", "dev.berth.samples:pricing-api")).isEqualTo("pricing-api");
        // When
        base.admin().uninstall("site-b");
        // Then
        assertThat(List.of(seller("a"), seller("b"))).containsExactly("site-a", "list");
    }

    @Test
    void uninstallWhileCallsGoOnBringsTheDefaultBackAndLosesNone() throws Exception {
        // Given
        base.admin().install(SITE_A);
        AtomicBoolean goOn = new AtomicBoolean(true);
        Queue<String> answers = new ConcurrentLinkedQueue<>();
        AtomicInteger calls = new AtomicInteger();
        List<Thread> callers =
                List.of(new Thread(() -> ask(goOn, answers, calls)), new Thread(() -> ask(goOn, answers, calls)));
        callers.forEach(Thread::start);
        awaitMore(calls);
        // When
        base.admin().uninstall("site-a");
        awaitMore(calls);
        goOn.set(false);
        for (Thread caller : callers) {
            caller.join();
        }
        // Then
        assertThat(answers).containsOnly("200 site-a", "200 list");
        assertThat(seller("a")).isEqualTo("list");
    }

    private void ask(AtomicBoolean goOn, Queue<String> answers, AtomicInteger calls) {
        String last = "";
        while (goOn.get()) {
            var response = base.get("/prices/tea?merchant=a");
            String body = response.body();
            String seller = body.contains("site-a") ? "site-a" : body.contains("list") ? "list" : body;
            String answer = response.statusCode() + " " + seller;
            if (!answer.equals(last)) {
                answers.add(answer);
                last = answer;
            }
            calls.incrementAndGet();
        }
    }

    private static void awaitMore(AtomicInteger calls) {
        int before = calls.get();
        while (calls.get() < before + 200) {
            Thread.onSpinWait();
        }
    }

    private String seller(String merchant) {
        String body = base.get("/prices/tea?merchant=" + merchant).body();
        return body.replaceAll(".*\"seller\":\"([^\"]*)\".*", "$1");
    }

    private String pluginOf(String biz, String library) {
        return base.admin()
                .json("/v1/biz/" + biz + "/linkage")
                .get("libraries")
                .valueStream()
                .filter(entry -> entry.get("library").asString().equals(library))
                .findFirst()
                .map(entry -> entry.path("plugin").asString(""))
                .orElse("not declared");
    }
}
