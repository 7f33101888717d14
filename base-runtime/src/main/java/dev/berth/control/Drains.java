package dev.berth.control;

import dev.berth.control.Operation.Kind;
import dev.berth.lifecycle.BizLifecycle;
import dev.berth.lifecycle.DrainReport;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Drains revisions that were replaced or stopped: each in an operation of its own, on a thread of its own, and without
 * the lock of the biz, so that neither the operation that replaced it nor one that comes next waits for slow calls.
 */
final class Drains implements AutoCloseable {

    private static final Duration END = Duration.ofSeconds(2);

    private final ControlParts parts;
    private final BizLifecycle lifecycle;
    private final Operations operations;
    private final UnderLock underLock;
    private final Standbys standbys;
    private final ExecutorService threads = Executors.newCachedThreadPool(new OperationThreads("berth-drain-"));

    Drains(ControlParts parts, Operations operations, UnderLock underLock, Standbys standbys) {
        this.parts = parts;
        this.lifecycle = parts.lifecycle();
        this.operations = operations;
        this.underLock = underLock;
        this.standbys = standbys;
    }

    /**
     * Begins to drain a revision, if it is Draining, as soon as the operation that made it so has ended; a base that stops
     * takes it down in another way.
     */
    void beginAfter(RunningOperation cause, Revision revision) {
        if (revision.state() instanceof RevisionState.Draining draining) {
            Asked asked = Asked.of(Kind.DRAIN, revision.id().biz());
            operations.beginAfter(cause, asked, threads, operation -> drain(operation, revision, draining));
        }
    }

    private void drain(RunningOperation operation, Revision revision, RevisionState.Draining draining) {
        operation.made(revision.id());
        Optional<DrainReport> report = operation.phase("drain", () -> await(revision, draining));
        report.ifPresent(seen ->
                DrainNotes.of(revision, seen, parts.drainTimeout(revision)).forEach(operation::note));
        List<Revision> left = new ArrayList<>();
        underLock.run(revision.id().name(), () -> {
            if (revision.state() == draining) {
                left.addAll(operation.phase("stand by", () -> standbys.putAside(revision)));
                operation.changed();
            }
        });
        left.forEach(standby -> operation.phase("stop", () -> standbys.close(standby)));
        parts.registry().active(revision.id().name()).flatMap(DrainNotes::of).ifPresent(operation::note);
        operation.note("Revision '" + revision.id() + "' is " + revision.state().label());
    }

    private Optional<DrainReport> await(Revision revision, RevisionState.Draining draining) {
        try {
            return lifecycle.drain(revision, draining, parts.drainTimeout(revision));
        } catch (InterruptedException interrupted) {
            throw UnderLock.stopping(interrupted);
        }
    }

    /** Leaves the revisions that drain to the end of the base. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
