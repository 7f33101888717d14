package dev.berth.control;

import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.RevisionId;
import dev.berth.control.Operation.Kind;
import dev.berth.control.Operation.LoaderOutcome;
import dev.berth.control.Operation.Note;
import dev.berth.control.Operation.Phase;
import dev.berth.control.Operation.Status;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An operation while it runs: written by the thread that runs it, read by any.
 */
final class RunningOperation {

    private final OperationId id;
    private final Kind kind;
    private final Instant startedAt;
    private final Consumer<Operation> journal;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<Phase> phases = new ArrayList<>();
    private final List<LoaderOutcome> loaders = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private Optional<BizName> name;
    private Optional<String> version;
    private Optional<String> revision = Optional.empty();
    private Optional<String> replaced = Optional.empty();
    private Optional<Instant> endedAt = Optional.empty();
    private Optional<Problem> problem = Optional.empty();
    private Status status = Status.RUNNING;
    private boolean changed;
    private @Nullable Thread thread;
    private boolean shielded;
    private boolean interruptLater;

    RunningOperation(OperationId id, Asked asked, Instant startedAt, Consumer<Operation> journal) {
        this.journal = journal;
        this.id = id;
        this.kind = asked.kind();
        this.name = asked.name();
        this.version = asked.version();
        this.startedAt = startedAt;
    }

    OperationId id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    Instant startedAt() {
        return startedAt;
    }

    synchronized void runsOn(Thread runner) {
        thread = runner;
    }

    /** Its thread does something else from now on and is not to be interrupted for it. */
    synchronized void runsNoMore() {
        thread = null;
    }

    /**
     * Interrupts the thread that runs it, at the end of a shielded step if it is in one; does nothing before it runs and when
     * it has ended.
     */
    synchronized void interrupt() {
        if (shielded) {
            interruptLater = true;
        } else if (thread != null) {
            thread.interrupt();
        }
    }

    /**
     * Does a step, on the thread that runs it, which {@link #interrupt} does not break off, since it takes down what serves
     * calls.
     *
     * @throws BerthException with BASE_STOPPING when it was interrupted before; the step is not begun then
     */
    void shielded(Runnable step) {
        synchronized (this) {
            if (Thread.currentThread().isInterrupted()) {
                throw new BerthException(
                        ErrorCode.BASE_STOPPING, "The base is stopping", "Ask again when it has started.");
            }
            shielded = true;
        }
        try {
            step.run();
        } finally {
            unshield();
        }
    }

    private synchronized void unshield() {
        shielded = false;
        if (interruptLater) {
            interruptLater = false;
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the end. */
    CountDownLatch ended() {
        return ended;
    }

    /** Notes what it is about, for those who look at it after a kill of the base too; what is known is not written again. */
    synchronized void about(BizId biz) {
        Optional<BizName> named = Optional.of(biz.name());
        Optional<String> versioned = Optional.of(biz.version().value());
        if (!name.equals(named) || !version.equals(versioned)) {
            name = named;
            version = versioned;
            journal.accept(snapshot());
        }
    }

    synchronized void made(RevisionId made) {
        revision = Optional.of(made.toString());
        version = Optional.of(made.version().value());
    }

    /** Notes which revision was active before. */
    synchronized void replaced(RevisionId before) {
        replaced = Optional.of(before.toString());
    }

    synchronized void note(String message) {
        notes.add(new Note(message, Optional.empty()));
    }

    synchronized void note(Note note) {
        notes.add(note);
    }

    synchronized void loader(LoaderOutcome outcome) {
        loaders.add(outcome);
    }

    synchronized void changed() {
        changed = true;
    }

    /** Does one step and notes how long it took, also when it fails. */
    <T> T phase(String phaseName, Supplier<T> step) {
        long start = System.nanoTime();
        try {
            return step.get();
        } finally {
            add(new Phase(phaseName, (System.nanoTime() - start) / 1_000_000.0));
        }
    }

    /** Does one step that gives nothing. */
    void phase(String phaseName, Runnable step) {
        phase(phaseName, () -> {
            step.run();
            return Boolean.TRUE;
        });
    }

    /** Does something when it has ended and everybody who waits was told. */
    synchronized void afterwards(Runnable step) {
        afterwards.add(step);
    }

    /** Returns what is to be done afterwards; once. */
    synchronized List<Runnable> takeAfterwards() {
        List<Runnable> steps = List.copyOf(afterwards);
        afterwards.clear();
        return steps;
    }

    private synchronized void add(Phase phase) {
        phases.add(phase);
    }

    synchronized void succeed(Instant now) {
        status = Status.SUCCEEDED;
        endedAt = Optional.of(now);
    }

    synchronized void fail(Problem why, Instant now) {
        status = Status.FAILED;
        problem = Optional.of(why);
        endedAt = Optional.of(now);
    }

    synchronized Operation snapshot() {
        return new Operation(
                id, kind, name, version, revision, replaced, status, changed, startedAt, endedAt, phases, loaders,
                notes, problem);
    }
}
