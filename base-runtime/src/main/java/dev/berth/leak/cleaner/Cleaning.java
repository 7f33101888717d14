package dev.berth.leak.cleaner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs all cleaners for a closed biz, each on a thread of its own.
 *
 * <p>Cleaners call into what the biz has left, so that one may throw or hang: the others run all the same, and the whole
 * ends in bounded time. Safe for use by many threads.
 */
public final class Cleaning {

    private static final Logger logger = LoggerFactory.getLogger(Cleaning.class);

    private final List<Sweep> before;
    private final List<Cleaner> cleaners;
    private final List<Sweep> after;
    private final Duration stepLimit;
    private final Duration limit;
    private final Consumer<Thread> starter;

    /** Makes it from what runs before the cleaners, the cleaners, and what runs after them, each in that order. */
    public Cleaning(List<Sweep> before, List<Cleaner> cleaners, List<Sweep> after) {
        this(before, cleaners, after, Duration.ofSeconds(3), Duration.ofSeconds(10));
    }

    Cleaning(List<Sweep> before, List<Cleaner> cleaners, List<Sweep> after, Duration stepLimit, Duration limit) {
        this(before, cleaners, after, stepLimit, limit, Thread::start);
    }

    Cleaning(
            List<Sweep> before,
            List<Cleaner> cleaners,
            List<Sweep> after,
            Duration stepLimit,
            Duration limit,
            Consumer<Thread> starter) {
        this.starter = starter;
        this.before = List.copyOf(before);
        this.cleaners = List.copyOf(cleaners);
        this.after = List.copyOf(after);
        this.stepLimit = stepLimit;
        this.limit = limit;
    }

    /** Cleans after a biz and returns what it had left behind. */
    public List<Finding> run(ClosedBiz biz) {
        Round round = new Round(biz, System.nanoTime() + limit.toNanos());
        before.forEach(sweep -> round.step(sweep, () -> sweep.sweep(biz)));
        cleaners.forEach(round::turn);
        round.beginSweeps();
        after.forEach(sweep -> round.step(sweep, () -> sweep.sweep(biz)));
        return List.copyOf(round.findings);
    }

    /** The cleaning after one biz; used by one thread. */
    private final class Round {

        private final ClosedBiz biz;
        private final List<Finding> findings = new CopyOnWriteArrayList<>();
        private final List<String> withoutATurn = new ArrayList<>();
        private long end;
        private boolean threadsEnded;

        private Round(ClosedBiz biz, long end) {
            this.biz = biz;
            this.end = end;
        }

        private void turn(Cleaner cleaner) {
            if (System.nanoTime() < end) {
                step(cleaner, () -> cure(cleaner.find(biz), findings));
            } else {
                withoutATurn.add(name(cleaner));
            }
        }

        /** What a biz that did nothing wrong leaves in caches is taken out however long its leaks have taken. */
        private void beginSweeps() {
            end = Math.max(end, System.nanoTime() + stepLimit.toNanos());
            if (!withoutATurn.isEmpty()) {
                String names = String.join(", ", withoutATurn);
                findings.add(new Finding("The time was over before the turn of: " + names, Optional.empty(), false));
            }
        }

        private void step(Object part, Runnable work) {
            List<Throwable> failures = new CopyOnWriteArrayList<>();
            Optional<Thread> started = start(() -> thread(part, () -> attempt(work, failures)));
            if (started.isEmpty()) {
                tell(part, "had no thread to run on", Optional.empty());
                return;
            }
            Thread thread = started.get();
            if (!join(thread, Math.min(stepLimit.toNanos(), end - System.nanoTime()))) {
                String where = LiveThread.text(thread.getStackTrace());
                thread.interrupt();
                tell(part, "had not ended in time and was left to itself", Optional.of(where));
            }
            failures.forEach(failure -> failed(part, failure));
        }

        private void failed(Object part, Throwable failure) {
            logger.atWarn().setCause(failure).addKeyValue("biz", biz.name()).log("Cleaner '{}' failed", name(part));
            tell(part, "failed: " + failure.getClass().getName(), Optional.empty());
        }

        private void tell(Object part, String what, Optional<String> detail) {
            findings.add(new Finding("Cleaner '" + name(part) + "' " + what, detail, false));
        }

        private Thread thread(Object part, Runnable work) {
            Thread thread = new Thread(work, "berth-clean-" + name(part));
            thread.setDaemon(true);
            thread.setContextClassLoader(biz.base());
            return thread;
        }

        /** Where there are too many threads, those of the biz may be the reason; they end first then. */
        private Optional<Thread> start(Supplier<Thread> made) {
            try {
                return Optional.of(started(made.get()));
            } catch (OutOfMemoryError tooMany) {
                endThreads();
            }
            try {
                return Optional.of(started(made.get()));
            } catch (OutOfMemoryError stillTooMany) {
                return Optional.empty();
            }
        }

        private Thread started(Thread thread) {
            starter.accept(thread);
            return thread;
        }

        /** On the caller's thread, and so without a limit but that of the cures. */
        private void endThreads() {
            if (!threadsEnded) {
                threadsEnded = true;
                List<Throwable> failures = new ArrayList<>();
                cleaners.stream()
                        .filter(Cleaner::endsThreads)
                        .forEach(cleaner -> attempt(() -> cure(cleaner.find(biz), findings), failures));
                failures.forEach(failure -> failed(Cleaning.this, failure));
            }
        }
    }

    private static String name(Object part) {
        return part.getClass().getSimpleName();
    }

    private static void cure(List<Leftover> leftovers, List<Finding> findings) {
        for (Leftover leftover : leftovers) {
            boolean gone = false;
            String why = "";
            try {
                gone = leftover.cure().apply();
            } catch (Exception | LinkageError failure) {
                why = ": " + failure.getClass().getName();
            }
            String message = leftover.what() + " " + (gone ? leftover.done() : leftover.undone() + why);
            findings.add(new Finding(message, leftover.detail(), gone));
        }
    }

    private static void attempt(Runnable work, List<Throwable> failures) {
        try {
            work.run();
        } catch (Throwable failure) {
            // The border to a biz: an equals, a toString or an Error of its may come from anywhere
            failures.add(failure);
        }
    }

    /** An interrupt of the caller is kept for later, as the steps before and after keep it. */
    private static boolean join(Thread thread, long nanos) {
        long end = System.nanoTime() + nanos;
        boolean interrupted = false;
        for (long left = nanos; thread.isAlive() && left > 0; left = end - System.nanoTime()) {
            try {
                TimeUnit.NANOSECONDS.timedJoin(thread, left);
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    /** Returns what holds a biz as far as the cleaners can see; changes nothing. */
    public List<Leftover> find(ClosedBiz biz) {
        List<Leftover> all = new ArrayList<>();
        for (Cleaner cleaner : cleaners) {
            try {
                all.addAll(cleaner.find(biz));
            } catch (RuntimeException | LinkageError failure) {
                logger.debug("Cleaner '{}' could not look", cleaner.getClass().getSimpleName(), failure);
            }
        }
        return all;
    }
}
