package dev.berth.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.BizJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A base that is killed at any moment leaves a home from which the next one starts, with one version of each biz. */
class KillIT {

    private static final int KILLS = 10;
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

    @Test
    void startWhenTheBaseWasKilledAtAnyMomentServesAnOldOrANewVersion() {
        Set<String> possible = Set.of("none");
        for (int kill = 0; kill < KILLS; kill++) {
            try (BaseProcess base = BaseProcess.defaultBase(home)) {
                // Given
                String before = served(base);
                assertThat(possible).as("after kill %d, seed %d", kill, SEED).contains(before);
                assertNothingIsLeft(base);
                // When
                possible = begin(base, before);
                pause(random.nextInt(700));
                base.process().kill();
            }
        }
        // Then
        try (BaseProcess base = BaseProcess.defaultBase(home)) {
            assertThat(possible).contains(served(base));
            assertNothingIsLeft(base);
        }
    }

    /** Begins a change, without waiting for its end, and returns what may be there afterwards. */
    private Set<String> begin(BaseProcess base, String before) {
        int choice = random.nextInt(6);
        Set<String> possible = new TreeSet<>(Set.of(before));
        if (choice < 4 || before.equals("none")) {
            Path jar = jars.get(random.nextInt(jars.size()));
            base.admin().beginInstall(jar);
            possible.add(jar.getFileName().toString().replaceAll("\\D", ""));
        } else if (choice == 4) {
            int status = base.admin()
                    .send(base.admin()
                            .calls()
                            .request("/v1/biz/victim/rollback")
                            .POST(BodyPublishers.noBody()))
                    .statusCode();
            if (status == 202) {
                possible.addAll(Set.of("1", "2", "3"));
            }
        } else {
            base.admin().send(base.admin().calls().request("/v1/biz/victim").DELETE());
            possible.add("none");
        }
        return possible;
    }

    private static String served(BaseProcess base) {
        HttpResponse<String> answer = base.get("/victim/version");
        List<String> names = base.admin().names();
        if (answer.statusCode() == 404) {
            assertThat(names).isEmpty();
            return "none";
        }
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(names).containsExactly("victim");
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
