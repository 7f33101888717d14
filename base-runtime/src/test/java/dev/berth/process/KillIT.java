package dev.berth.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.BizJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A base that is killed at any moment leaves a home from which the next one starts, with what its record says. */
class KillIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ROUNDS = 2;
    private static final long SEED = Long.getLong("berth-test.seed", 20261121L);

    private static final String SOURCE =
            """
            package com.example.victim;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @RestController
            public class Victim {
                public static void main(String[] args) {
                    SpringApplication.run(Victim.class, args);
                }
                @GetMapping("/version")
                String version() {
                    return "%s";
                }
            }
            """;

    private final Random random = new Random(SEED);

    @TempDir
    private Path directory;

    private Path home;
    private List<Path> jars;

    @BeforeEach
    void build() {
        home = directory.resolve("home");
        jars = Stream.of("1", "2", "3")
                .map(version -> BizJar.named("victim")
                        .version(version)
                        .source(SOURCE.formatted(version))
                        .starterWebmvc()
                        .stock(directory))
                .toList();
    }

    /** What the base is at when it is killed, and how long that may take at most: half of the kills come later. */
    private enum Change {
        INSTALL(700),
        REPLACE(700),
        UNINSTALL(200),
        ROLLBACK(12),
        SWITCH(12),
        STOP(12),
        START(12),
        STOP_FIRST(900),
        END_OF_BASE(400),
        START_OF_BASE(4000);

        private final int millis;

        Change(int millis) {
            this.millis = millis;
        }
    }

    @Test
    void startWhenTheBaseWasKilledInAnyChangeServesWhatWasBeforeOrAfterItAsItsRecordSays() {
        Set<String> possible = Set.of("none");
        List<Change> deck = deck();
        for (int kill = 0; kill < deck.size(); kill++) {
            Change change = deck.get(kill);
            try (BaseProcess base = BaseProcess.defaultBase(home)) {
                // Given
                assertServes(base, possible, "kill " + kill + " before " + change + ", seed " + SEED);
                prepare(base, change);
                // When
                possible = begin(base, change);
                if (change != Change.START_OF_BASE) {
                    pause(random.nextInt(change.millis));
                }
                base.process().kill();
            }
            if (change == Change.START_OF_BASE) {
                killInStart();
            }
        }
        // Then
        try (BaseProcess base = BaseProcess.defaultBase(home)) {
            assertServes(base, possible, "the last kill, seed " + SEED);
        }
    }

    /** Before, in or after the replay of what is wanted. */
    private void killInStart() {
        try (JvmProcess process =
                BaseProcess.begin(home, List.of("-jar", BuiltJars.exec().toString()))) {
            pause(random.nextInt(Change.START_OF_BASE.millis));
            process.kill();
        }
    }

    /** Every change as often as another, in random order. */
    private List<Change> deck() {
        List<Change> deck = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            deck.addAll(List.of(Change.values()));
        }
        Collections.shuffle(deck, random);
        return deck;
    }

    private void assertServes(BaseProcess base, Set<String> possible, String when) {
        String served = served(base);
        assertThat(possible).as(when).contains(served);
        assertThat(served).as(when).isEqualTo(stated());
        assertNothingIsLeft(base);
    }

    /** Brings the biz where the change is one. */
    private void prepare(BaseProcess base, Change change) {
        if (change == Change.INSTALL) {
            base.admin().uninstall("victim");
            return;
        }
        if (change == Change.ROLLBACK || change == Change.SWITCH) {
            base.admin().uninstall("victim");
            install(base, random.nextInt(jars.size()));
        }
        String before = stated();
        if (before.equals("none")) {
            install(base, 0);
        } else if (change == Change.ROLLBACK || change == Change.SWITCH) {
            install(base, jars.size() - 1 == index(before) ? 0 : index(before) + 1);
        } else if (before.equals("stopped")) {
            base.admin().post("/v1/biz/victim/start?wait");
        }
        if (change == Change.START) {
            base.admin().post("/v1/biz/victim/stop?wait");
        }
    }

    private void install(BaseProcess base, int jar) {
        assertThat(base.admin().install(jars.get(jar)).statusCode()).isEqualTo(201);
    }

    private static int index(String version) {
        return Integer.parseInt(version) - 1;
    }

    /** Begins a change, without waiting for its end, and returns what is there before it and what shall be after it. */
    private Set<String> begin(BaseProcess base, Change change) {
        String before = stated();
        return switch (change) {
            case INSTALL, REPLACE -> {
                int next = before.equals("none") ? random.nextInt(jars.size()) : (index(before) + 1) % jars.size();
                base.admin().beginInstall(jars.get(next));
                yield Set.of(before, String.valueOf(next + 1));
            }
            case STOP_FIRST -> {
                int next = (index(before) + 1) % jars.size();
                base.admin().beginInstall(jars.get(next), "stop-first");
                yield Set.of(before, String.valueOf(next + 1));
            }
            case END_OF_BASE -> {
                base.process().terminate();
                yield Set.of(before);
            }
            case START_OF_BASE -> Set.of(before);
            case UNINSTALL -> {
                base.admin().send(base.admin().calls().request("/v1/biz/victim").DELETE());
                yield Set.of(before, "none");
            }
            case ROLLBACK -> {
                String target = earlier();
                assertThat(base.admin().post("/v1/biz/victim/rollback").statusCode())
                        .isEqualTo(202);
                yield Set.of(before, target);
            }
            case SWITCH -> {
                String target = earlier();
                assertThat(switchTo(base, target)).isEqualTo(202);
                yield Set.of(before, target);
            }
            case STOP -> {
                assertThat(base.admin().post("/v1/biz/victim/stop").statusCode())
                        .isEqualTo(202);
                yield Set.of(before, "stopped");
            }
            case START -> {
                String target = wanted().at("/current/version").asString();
                assertThat(base.admin().post("/v1/biz/victim/start").statusCode())
                        .isEqualTo(202);
                yield Set.of("stopped", target);
            }
        };
    }

    private static int switchTo(BaseProcess base, String version) {
        return base.admin()
                .send(base.admin()
                        .calls()
                        .request("/v1/biz/victim/active")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"version\":\"" + version + "\"}")))
                .statusCode();
    }

    /** Returns what the record in the home says of the biz. */
    private JsonNode wanted() {
        Path file = home.resolve("wanted.json");
        try {
            return Files.exists(file)
                    ? JSON.readTree(Files.readAllBytes(file)).at("/biz/0")
                    : JSON.getNodeFactory().missingNode();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns what shall be served: a version, or that the biz is stopped, or that there is none. */
    private String stated() {
        JsonNode biz = wanted();
        if (biz.isMissingNode()) {
            return "none";
        }
        return biz.get("mode").asString().equals("stopped")
                ? "stopped"
                : biz.at("/current/version").asString();
    }

    private String earlier() {
        JsonNode earlier = wanted().get("earlier");
        return earlier.get(earlier.size() - 1).get("version").asString();
    }

    private static String served(BaseProcess base) {
        HttpResponse<String> answer = base.get("/victim/version");
        List<String> names = base.admin().names();
        if (answer.statusCode() == 404) {
            assertThat(names).isEmpty();
            return "none";
        }
        assertThat(names).containsExactly("victim");
        if (answer.statusCode() == 503) {
            assertThat(base.admin().biz("victim").get("state").asString()).isEqualTo("STOPPED");
            return "stopped";
        }
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(base.admin().biz("victim").get("version").asString()).isEqualTo(answer.body());
        return answer.body();
    }

    private void assertNothingIsLeft(BaseProcess base) {
        Set<String> running = base.admin()
                .json("/v1/biz")
                .get("biz")
                .valueStream()
                .flatMap(biz -> biz.get("revisions").valueStream())
                .map(JsonNode::toString)
                .collect(Collectors.toSet());
        Path revisions = home.resolve("work/revisions");
        if (!Files.exists(revisions)) {
            assertThat(running).isEmpty();
            return;
        }
        try (Stream<Path> folders = Files.list(revisions)) {
            assertThat(folders.toList()).hasSameSizeAs(running);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
