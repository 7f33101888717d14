package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizName;
import dev.berth.control.Operation;
import dev.berth.control.Operation.Note;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionState;
import dev.berth.testing.BizJar;
import dev.berth.testing.Eventually;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At its deadline a drain breaks off what a biz still does, says where it was, and leaves a standby that works. */
class DrainDeadlineIT {

    private static final BizName NAME = new BizName("yard");
    private static final String NOTES = "deadline-notes";

    private static final String SOURCE =
            """
            package com.example.yard;
            import java.util.*;
            import java.util.concurrent.*;
            import org.springframework.boot.*;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.context.annotation.Bean;
            import org.springframework.scheduling.annotation.*;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @EnableScheduling
            @RestController
            public class Yard {
                private final Map<String, ExecutorService> executors = new TreeMap<>();
                public static void main(String[] args) {
                    SpringApplication.run(Yard.class, args);
                }
                @Bean(destroyMethod = "shutdownNow")
                ExecutorService pool() {
                    return Executors.newFixedThreadPool(2);
                }
                /** Spring takes it for its own schedules too, where it is the only one: on 25 the fork-join pool is another. */
                @Bean
                ScheduledExecutorService clock() {
                    return Executors.newScheduledThreadPool(2);
                }
                @Bean
                ExecutorService single() {
                    return Executors.newSingleThreadExecutor();
                }
                @Bean
                ForkJoinPool forks() {
                    return new ForkJoinPool(2);
                }
                @Bean
                @SuppressWarnings("unchecked")
                ExecutorService each() throws ReflectiveOperationException {
                    return Runtime.version().feature() < 21 ? Executors.newCachedThreadPool() : (ExecutorService)
                            Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
                }
                @Bean
                ApplicationRunner loop(Map<String, ExecutorService> all) {
                    executors.putAll(all);
                    return arguments -> all.get("pool").execute(this::loop);
                }
                private void loop() {
                    work("loop", 60_000);
                }
                @Scheduled(initialDelay = 0, fixedDelay = 10_000)
                void stuck() {
                    work("scheduled", 60_000);
                }
                @GetMapping("/work")
                String work(@RequestParam("millis") long millis) {
                    executors.forEach((name, executor) -> executor.execute(() -> task(name, millis)));
                    return String.join(" ", executors.keySet());
                }
                private void task(String name, long millis) {
                    work(name, millis);
                }
                private void work(String name, long millis) {
                    try {
                        note("begun " + name);
                        Thread.sleep(millis);
                        note("done " + name);
                    } catch (InterruptedException brokenOff) {
                        note("broken off " + name);
                    }
                }
                @SuppressWarnings("unchecked")
                private static void note(String line) {
                    ((Queue<String>) System.getProperties().get("deadline-notes")).add(line);
                }
            }
            """;

    private final RunningBase base = RunningBase.shared();
    private final Queue<String> notes = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path directory;

    @BeforeEach
    void offerNotes() {
        System.getProperties().put(NOTES, notes);
    }

    @AfterEach
    void uninstallAll() {
        base.uninstallAll();
        System.getProperties().remove(NOTES);
    }

    @Test
    void drainBreaksOffEveryTaskButThatOfTheStartAndTheStandbyWorksOn() {
        // Given
        base.install(jar("1"));
        Revision first = base.revision("yard");
        List<String> executors =
                List.of(base.get("/yard/work?millis=60000").body().split(" "));
        boolean begun = Eventually.holds(() -> notes.size() == executors.size() + 2);
        // When
        base.install(jar("2"));
        boolean aside = Eventually.holds(() -> first.state() instanceof RevisionState.Standby);
        // Then
        assertThat(begun).as("%s", notes).isTrue();
        assertThat(aside).isTrue();
        assertThat(executors).containsExactly("clock", "each", "forks", "pool", "single");
        List<Note> told = drainOf(first).notes();
        List<String> expected = new ArrayList<>(List.of("Call 'scheduled com.example.yard.Yard.stuck'"));
        executors.forEach(name -> expected.add("Call 'task of executor " + name + "'"));
        assertThat(told.stream()
                        .filter(note -> note.message().contains("was broken off on thread"))
                        .map(note -> note.message().substring(0, note.message().indexOf(" was"))))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(told.stream().flatMap(note -> note.detail().stream()))
                .hasSize(expected.size())
                .allSatisfy(stack -> assertThat(stack).contains("com.example.yard.Yard.work("));
        assertThat(notes.stream().filter(note -> note.startsWith("broken off")))
                .as("the loop of the start goes on")
                .hasSize(expected.size())
                .doesNotContain("broken off loop");
        // When
        base.await(base.control().rollback(NAME));
        notes.clear();
        base.get("/yard/work?millis=1");
        // Then
        assertThat(base.revision("yard")).isSameAs(first);
        assertThat(Eventually.holds(() ->
                        notes.stream().filter(note -> note.startsWith("done")).count() == executors.size()))
                .as("%s", notes)
                .isTrue();
    }

    private Operation drainOf(Revision revision) {
        return base.control().operations().stream()
                .filter(operation -> operation.kind() == Operation.Kind.DRAIN
                        && operation.revision().equals(Optional.of(revision.id().toString())))
                .filter(operation -> Eventually.holds(() -> base.control()
                        .operation(operation.id())
                        .orElseThrow()
                        .endedAt()
                        .isPresent()))
                .map(operation -> base.control().operation(operation.id()).orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    private Path jar(String version) {
        return BizJar.named("yard")
                .version(version)
                .starterWebmvc()
                .resource("application.yaml", "berth.drain-timeout: 500ms\nversion: '" + version + "'")
                .source(SOURCE)
                .stock(directory);
    }
}
