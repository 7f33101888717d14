package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.control.InstallRequest;
import dev.berth.control.Operation;
import dev.berth.control.Problem;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.Revision;
import dev.berth.testing.BizJar;
import dev.berth.testing.Eventually;
import dev.berth.testing.Threads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A biz receives calls only when it says that it is ready and answers its warm-up calls. */
class HealthGateIT {

    private static final String SOURCE =
            """
            package com.example.gate;
            import java.util.concurrent.*;
            import java.util.concurrent.atomic.AtomicInteger;
            import org.springframework.beans.factory.annotation.Value;
            import org.springframework.boot.*;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.boot.availability.*;
            import org.springframework.boot.context.event.ApplicationReadyEvent;
            import org.springframework.context.*;
            import org.springframework.context.event.EventListener;
            import org.springframework.http.*;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @RestController
            public class Gate {
                private final AtomicInteger warmed = new AtomicInteger();
                private final ApplicationContext context;
                private final String answer;
                Gate(ApplicationContext context, @Value("${gate.readiness:ready}") String answer) {
                    this.context = context;
                    this.answer = answer;
                }
                public static void main(String[] args) {
                    SpringApplication.run(Gate.class, args);
                }
                @EventListener(AvailabilityChangeEvent.class)
                void changed(AvailabilityChangeEvent<?> event) {
                    if (event.getState() != ReadinessState.ACCEPTING_TRAFFIC || answer.equals("ready") || warmed.get() < 0) {
                        return;
                    }
                    AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
                    if (answer.equals("broken")) {
                        AvailabilityChangeEvent.publish(context, LivenessState.BROKEN);
                    } else if (answer.equals("late")) {
                        new Thread(() -> {
                            try {
                                Thread.sleep(700);
                            } catch (InterruptedException ended) {
                                return;
                            }
                            warmed.set(-1000);
                            AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
                        }).start();
                    }
                }
                @GetMapping("/warmed")
                int warmed() {
                    return warmed.get();
                }
                @GetMapping("/ok")
                String ok(@RequestParam(defaultValue = "1") int times) {
                    warmed.addAndGet(times);
                    return "ok";
                }
                @GetMapping("/async")
                Callable<String> async() {
                    return () -> {
                        Thread.sleep(50);
                        warmed.incrementAndGet();
                        return "later";
                    };
                }
                @GetMapping("/made")
                ResponseEntity<String> made() {
                    return ResponseEntity.status(HttpStatus.CREATED).body("made");
                }
                @GetMapping("/fails")
                ResponseEntity<String> fails() {
                    return ResponseEntity.status(500).body("the  stock\\nis unknown");
                }
                @GetMapping("/throws")
                String fallsOver() {
                    throw new IllegalStateException("no stock");
                }
                @GetMapping("/hangs")
                String hangs() throws InterruptedException {
                    new CountDownLatch(1).await();
                    return "never";
                }
                @GetMapping("/ignores")
                String ignores() {
                    while (System.getProperties().containsKey("gate-ignores")) {
                        try {
                            Thread.sleep(20);
                        } catch (InterruptedException ignored) {
                            System.getProperties().put("gate-ignored", true);
                        }
                    }
                    return "at last";
                }
                @GetMapping("/never")
                CompletableFuture<String> never() {
                    return new CompletableFuture<>();
                }
            }
            """;

    private final RunningBase base = RunningBase.shared();

    @TempDir
    private Path directory;

    @AfterEach
    void uninstallAll() {
        base.uninstallAll();
    }

    @Test
    void installWhenReadinessNeverComesFailsAtTheStartDeadline() {
        // When
        Operation failed = install(gate().resource("application.yaml", "gate.readiness: never"), Duration.ofSeconds(4));
        // Then
        assertNotReady(failed, "its readiness was still REFUSING_TRAFFIC after 4.0 s");
    }

    @Test
    void installWhenLivenessIsBrokenFailsAtOnce() {
        // Given
        long begin = System.nanoTime();
        // When
        Operation failed =
                install(gate().resource("application.yaml", "gate.readiness: broken"), Duration.ofSeconds(60));
        // Then
        assertNotReady(failed, "its liveness is BROKEN");
        assertThat(System.nanoTime() - begin).isLessThan(Duration.ofSeconds(30).toNanos());
    }

    @Test
    void installWhenReadinessComesLateWaitsForIt() {
        // When
        Operation installed =
                install(gate().resource("application.yaml", "gate.readiness: late"), Duration.ofSeconds(60));
        // Then
        assertThat(installed.problem()).isEmpty();
        assertThat(base.get("/gate/warmed").body()).isEqualTo("-1000");
    }

    @Test
    void installWhenWarmUpCallsAreAnsweredServes() {
        // When
        Operation installed = install(gate().attribute("Berth-Warm-Up", "/ok?times=3, /async 200,/made 201"));
        // Then
        assertThat(installed.problem()).isEmpty();
        assertThat(base.get("/gate/warmed").body()).isEqualTo("4");
        assertThat(base.revision("gate").calls().count()).isZero();
    }

    @Test
    void installWhenWarmUpAnswersOtherwiseTellsWhatWasSeen() {
        // When
        Operation failed = install(gate().attribute("Berth-Warm-Up", "/ok, /fails"));
        // Then
        assertNotReady(
                failed,
                "warm-up call '/fails' expects status 200 to 299, but the status was 500, the body 'the stock is unknown'");
    }

    @Test
    void replaceWhenWarmUpFailsLeavesTheOldVersionServingAndNothingOfTheNewOne() {
        // Given
        install(gate().attribute("Berth-Warm-Up", "/ok?times=3"));
        // When
        Operation failed = install(gate().version("2").attribute("Berth-Warm-Up", "/fails"));
        // Then
        assertThat(failed.problem().orElseThrow().code()).isEqualTo(ErrorCode.BIZ_NOT_READY);
        assertThat(base.get("/gate/warmed").body()).isEqualTo("3");
        assertThat(base.registry().revisions()).singleElement().satisfies(revision -> assertThat(revision.active())
                .isTrue());
    }

    @Test
    void installWhenWarmUpThrowsFails() {
        // When
        Operation failed = install(gate().attribute("Berth-Warm-Up", "/throws"));
        // Then
        assertNotReady(failed, "warm-up call '/throws' expects status 200 to 299, but the status was 500");
    }

    @Test
    void installWhenPathOfWarmUpIsMissingFails() {
        // When
        Operation failed = install(gate().attribute("Berth-Warm-Up", "/missing"));
        // Then
        assertNotReady(failed, "warm-up call '/missing' expects status 200 to 299, but the status was 404");
    }

    @Test
    void installWhenSettingsNameWarmUpCallsTheyWinOverTheManifest() {
        // Given
        String settings =
                """
                berth:
                  warm-up:
                    - path: /fails
                      status: 500
                    - path: /ok
                """;
        // When
        Operation installed =
                install(gate().attribute("Berth-Warm-Up", "/missing").resource("application.yaml", settings));
        // Then
        assertThat(installed.problem()).isEmpty();
        assertThat(base.get("/gate/warmed").body()).isEqualTo("1");
    }

    @Test
    void installWhenWarmUpHangsFailsAtTheStartDeadlineAndEndsItsThread() {
        // When
        Operation failed = install(gate().attribute("Berth-Warm-Up", "/hangs"), Duration.ofSeconds(5));
        // Then
        assertNotReady(failed, "warm-up call '/hangs' expects status 200 to 299, but there was no answer after");
    }

    @Test
    void installWhenWarmUpIgnoresItsInterruptHoldsTheRevisionUntilItEnds() {
        // Given
        System.getProperties().put("gate-ignores", true);
        // When
        Operation failed = install(gate().attribute("Berth-Warm-Up", "/ignores"), Duration.ofSeconds(5));
        List<Revision> held = base.registry().held();
        System.getProperties().remove("gate-ignores");
        // Then
        assertThat(failed.problem()).get().extracting(Problem::code).isEqualTo(ErrorCode.BIZ_NOT_READY);
        assertThat(System.getProperties().remove("gate-ignored")).isEqualTo(true);
        assertThat(held).singleElement().satisfies(revision -> assertThat(
                        revision.state().toString())
                .contains("-warm-up' ignores its interrupt"));
        assertThat(Eventually.holds(() -> Threads.named("biz-gate").isEmpty())).isTrue();
        assertThat(held.get(0).isHeld()).isFalse();
    }

    @Test
    void installWhenAsynchronousWarmUpNeverEndsFails() {
        // When
        Operation failed = install(gate().attribute("Berth-Warm-Up", "/never"), Duration.ofSeconds(5));
        // Then
        assertNotReady(failed, "warm-up call '/never' expects status 200 to 299, but there was no answer after");
    }

    @Test
    void installWhenWarmUpIsNoPathFails() {
        // When
        Operation failed = install(gate().attribute("Berth-Warm-Up", "ok 200"));
        // Then
        assertNotReady(failed, "Warm-up call 'ok 200' is not a path with a status after it");
    }

    private void assertNotReady(Operation failed, String seen) {
        assertThat(failed.problem()).get().extracting(Problem::code).isEqualTo(ErrorCode.BIZ_NOT_READY);
        assertThat(failed.problem().orElseThrow().message()).contains(seen);
        assertThat(base.registry().revisions()).isEmpty();
        assertThat(base.server().contextPaths()).isEmpty();
        assertThat(base.get("/gate/ok").statusCode()).isEqualTo(404);
        assertThat(Threads.named("biz-gate")).isEmpty();
    }

    private Operation install(BizJar jar) {
        return base.install(jar.stock(directory));
    }

    private Operation install(BizJar jar, Duration startDeadline) {
        return base.install(
                jar.stock(directory),
                artifact -> new InstallRequest(
                        artifact,
                        Optional.of("gate.jar"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(startDeadline)));
    }

    private static BizJar gate() {
        return BizJar.named("gate").starterWebmvc().source(SOURCE);
    }
}
