package dev.berth.leak.cleaner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
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

    /** Makes it from what runs before the cleaners, the cleaners, and what runs after them, each in that order. */
    public Cleaning(List<Sweep> before, List<Cleaner> cleaners, List<Sweep> after) {
        this(before, cleaners, after, Duration.ofSeconds(3), Duration.ofSeconds(10));
    }

    Cleaning(List<Sweep> before, List<Cleaner> cleaners, List<Sweep> after, Duration stepLimit, Duration limit) {
        this.before = List.copyOf(before);
        this.cleaners = List.copyOf(cleaners);
        this.after = List.copyOf(after);
        this.stepLimit = stepLimit;
        this.limit = limit;
    }

    /** Cleans after a biz and returns what it had left behind. */
    public List<Finding> run(ClosedBiz biz) {
        long end = System.nanoTime() + limit.toNanos();
        List<Finding> findings = new CopyOnWriteArrayList<>();
        before.forEach(sweep -> step(sweep, biz, end, findings, () -> sweep.sweep(biz)));
        cleaners.forEach(cleaner -> step(cleaner, biz, end, findings, () -> cure(cleaner.find(biz), findings)));
        after.forEach(sweep -> step(sweep, biz, end, findings, () -> sweep.sweep(biz)));
        return List.copyOf(findings);
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

    private void step(Object part, ClosedBiz biz, long end, List<Finding> findings, Runnable work) {
        String name = part.getClass().getSimpleName();
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        Thread thread = new Thread(() -> attempt(work, failures), "berth-clean-" + name);
        thread.setDaemon(true);
        thread.setContextClassLoader(biz.base());
        thread.start();
        boolean ended = join(thread, Math.min(stepLimit.toNanos(), end - System.nanoTime()));
        if (!ended) {
            String where = LiveThread.text(thread.getStackTrace());
            thread.interrupt();
            findings.add(new Finding(
                    "Cleaner '" + name + "' had not ended in time and was left to itself", Optional.of(where), false));
        }
        for (Throwable failure : failures) {
            logger.atWarn().setCause(failure).addKeyValue("biz", biz.name()).log("Cleaner '{}' failed", name);
            findings.add(new Finding(
                    "Cleaner '" + name + "' failed: " + failure.getClass().getName(), Optional.empty(), false));
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
