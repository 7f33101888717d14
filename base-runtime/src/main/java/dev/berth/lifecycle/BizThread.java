package dev.berth.lifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A thread that does one thing for a biz, with the biz's loader as its context loader, and then ends.
 *
 * <p>Started once, by the caller that waits for it; whatever the task throws is kept for that one to ask for. A task that
 * ignores its interrupt goes on alone, and holds its revision if the caller says so.
 */
public final class BizThread implements Holder {

    private final Thread thread;
    private final List<Runnable> afterwards = new ArrayList<>();
    private volatile @Nullable Throwable failure;
    private boolean ended;

    /**
     * Makes the thread; it does not run yet.
     *
     * @param revision the revision that it works for
     * @param purpose a word for its name, which is {@code biz-<revision>-<purpose>}
     * @param loader the loader of the biz
     * @param task what it does; may throw anything
     */
    public BizThread(Revision revision, String purpose, ClassLoader loader, Runnable task) {
        thread = new Thread(() -> attempt(task), "biz-" + revision.id() + "-" + purpose);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
    }

    private void attempt(Runnable task) {
        try {
            task.run();
        } catch (Throwable thrown) {
            // The border to a biz: whatever it throws, an Error too, is the result of its start
            failure = thrown;
        } finally {
            end();
        }
    }

    private void end() {
        List<Runnable> actions;
        synchronized (this) {
            ended = true;
            actions = List.copyOf(afterwards);
        }
        thread.setContextClassLoader(BizThread.class.getClassLoader());
        actions.forEach(Runnable::run);
    }

    /** Runs the task and waits for its end, the deadline or an interrupt of the caller; tells whether it ended. */
    public boolean runUntil(Duration deadline) {
        thread.start();
        try {
            TimeUnit.NANOSECONDS.timedJoin(thread, deadline.toNanos());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    /** Runs the task and waits for its end or the timeout, even if the caller is interrupted; tells whether it ended. */
    public boolean runToEnd(Duration timeout) {
        thread.start();
        return join(timeout);
    }

    /** Interrupts the task and waits for its end as {@link #runToEnd} does; tells whether it ended. */
    public boolean interruptAndJoin(Duration grace) {
        thread.interrupt();
        return join(grace);
    }

    @Override
    public synchronized boolean gone() {
        return ended;
    }

    @Override
    public void whenGone(Runnable action) {
        synchronized (this) {
            if (!ended) {
                afterwards.add(action);
                return;
            }
        }
        action.run();
    }

    @Override
    public String description() {
        return "Thread '" + thread.getName() + "' ignores its interrupt:" + System.lineSeparator() + stack();
    }

    /** Returns what the task threw, once it has ended; nothing when it threw nothing. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Returns the innermost frame of the task for a message, rather one of the biz than one of the JDK. */
    public String position() {
        List<StackTraceElement> frames = List.of(thread.getStackTrace());
        return frames.stream()
                .filter(frame -> frame.getModuleName() == null)
                .findFirst()
                .or(() -> frames.stream().findFirst())
                .map(frame -> "'" + frame + "'")
                .orElse("its end");
    }

    /** Returns the whole stack, one frame a line. */
    public String stack() {
        return Arrays.stream(thread.getStackTrace())
                .map(frame -> "\tat " + frame)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /** An interrupt of the caller is kept for later: it must not take away the loader under a biz that closes. */
    private boolean join(Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        boolean interrupted = false;
        for (long left = timeout.toNanos(); thread.isAlive() && left > 0; left = end - System.nanoTime()) {
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
}
