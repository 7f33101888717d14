package dev.berth.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.control.Operation.Kind;
import dev.berth.control.Operation.Status;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OperationsTests {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Operation> journal = Collections.synchronizedList(new ArrayList<>());
    private final Operations operations = new Operations(threads, Clock.systemUTC(), List.of(), journal::add);

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void successIsJournalledBeforeWaitersAreTold() throws Exception {
        // When
        Operation begun = operations.begin(Kind.INSTALL, operation -> {
            operation.phase("link", () -> {});
            operation.changed();
        });
        Operation ended = operations.await(begun.id(), Duration.ofSeconds(5));
        // Then
        assertThat(begun.status()).isEqualTo(Status.RUNNING);
        assertThat(ended.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(ended.changed()).isTrue();
        assertThat(ended.phases()).singleElement().satisfies(phase -> assertThat(phase.name())
                .isEqualTo("link"));
        assertThat(journal).containsExactly(begun, ended);
        assertThat(operations.find(begun.id())).contains(ended);
    }

    @Test
    void namedErrorIsTheProblem() throws Exception {
        // When
        Operation begun = operations.begin(Kind.INSTALL, operation -> {
            throw new BerthException(ErrorCode.NOT_A_JAR, "It is not a jar", "Send a jar.");
        });
        // Then
        assertThat(operations.await(begun.id(), Duration.ofSeconds(5)).problem())
                .contains(new Problem(ErrorCode.NOT_A_JAR, "It is not a jar", "Send a jar."));
    }

    @Test
    void bugOfOursIsAProblemToo() throws Exception {
        // When
        Operation begun = operations.begin(Kind.INSTALL, operation -> {
            throw new StackOverflowError();
        });
        // Then
        assertThat(operations.await(begun.id(), Duration.ofSeconds(5)).problem())
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.INTERNAL_ERROR));
    }

    @Test
    void waitThatRunsOutShowsHowFarItIs() throws Exception {
        // Given
        CountDownLatch end = new CountDownLatch(1);
        Operation begun = operations.begin(Kind.INSTALL, operation -> awaitUninterruptibly(end));
        // When
        Operation seen = operations.await(begun.id(), Duration.ofMillis(5));
        end.countDown();
        // Then
        assertThat(seen.status()).isEqualTo(Status.RUNNING);
    }

    @Test
    void requestToABaseThatStopsIsRefused() {
        // Given
        threads.shutdown();
        // Then
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> operations.begin(Kind.INSTALL, operation -> {}))
                .extracting(BerthException::code)
                .isEqualTo(ErrorCode.BASE_STOPPING);
        assertThat(operations.all()).isEmpty();
        assertThat(journal).last().extracting(Operation::status).isEqualTo(Status.FAILED);
    }

    @Test
    void requestForWhichNoThreadCanBeStartedFailsAndRunsNoMore() {
        // Given
        Operations withoutThreads = new Operations(
                task -> {
                    throw new OutOfMemoryError("unable to create native thread");
                },
                Clock.systemUTC(),
                List.of(),
                journal::add);
        // Then
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> withoutThreads.begin(Kind.UNINSTALL, operation -> {}))
                .withMessage("The JVM can start no thread for the operation");
        assertThat(withoutThreads.all()).isEmpty();
        assertThat(journal).last().extracting(Operation::status).isEqualTo(Status.FAILED);
    }

    @Test
    void interruptOfAStartWaitsForTheEndOfAShieldedStep() throws Exception {
        // Given
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        List<Boolean> seen = Collections.synchronizedList(new ArrayList<>());
        Operation begun = operations.begin(Kind.INSTALL, operation -> {
            operation.shielded(() -> {
                inside.countDown();
                awaitUninterruptibly(interrupted);
                seen.add(Thread.currentThread().isInterrupted());
            });
            seen.add(Thread.currentThread().isInterrupted());
            operation.shielded(() -> seen.add(null));
        });
        inside.await();
        // When
        operations.interruptStarts();
        interrupted.countDown();
        Operation ended = operations.await(begun.id(), Duration.ofSeconds(5));
        // Then
        assertThat(seen).containsExactly(false, true);
        assertThat(ended.problem()).get().extracting(Problem::code).isEqualTo(ErrorCode.BASE_STOPPING);
    }

    @Test
    void operationThatIsAboutAKnownBizIsJournalledAtItsBeginAndAtItsEndOnly() throws Exception {
        // Given
        BizId shop = new BizId(new BizName("shop"), new BizVersion("1.0"));
        // When
        Operation begun = operations.begin(Asked.of(Kind.SWITCH, shop), threads, operation -> operation.about(shop));
        Operation ended = operations.await(begun.id(), Duration.ofSeconds(5));
        // Then
        assertThat(begun.name()).contains(shop.name());
        assertThat(begun.version()).contains("1.0");
        assertThat(journal).containsExactly(begun, ended);
    }

    @Test
    void operationThatFollowsIsListedBeforeTheFirstOneIsToldAndBeginsAfterThat() throws Exception {
        // Given
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch begins = new CountDownLatch(1);
        Executor afterAnswer = task -> threads.execute(() -> {
            awaitUninterruptibly(told);
            task.run();
        });
        // When
        Operation first = operations.begin(
                Kind.ROLLBACK,
                operation -> operations.beginAfter(
                        operation, Asked.of(Kind.DRAIN), afterAnswer, drain -> begins.countDown()));
        Operation ended = operations.await(first.id(), Duration.ofSeconds(5));
        List<Operation> listed = operations.all();
        List<Operation> journalled = List.copyOf(journal);
        told.countDown();
        // Then
        assertThat(listed).extracting(Operation::kind).containsExactlyInAnyOrder(Kind.ROLLBACK, Kind.DRAIN);
        assertThat(journalled).containsExactly(first, ended);
        assertThat(begins.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void operationThatFollowsIsRefusedQuietlyWhenTheBaseStops() throws Exception {
        // Given
        ExecutorService closed = Executors.newSingleThreadExecutor();
        closed.shutdown();
        // When
        Operation first = operations.begin(
                Kind.ROLLBACK,
                operation -> operations.beginAfter(operation, Asked.of(Kind.DRAIN), closed, drain -> {}));
        Operation ended = operations.await(first.id(), Duration.ofSeconds(5));
        threads.shutdown();
        // Then
        assertThat(ended.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(threads.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
        assertThat(operations.all()).containsExactly(ended);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
