package dev.berth.application;

import dev.berth.lifecycle.Revision;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A thread that does one thing for a biz, with the biz's loader as its context loader, and then ends. */
final class BizThread {

    private final Thread thread;
    private volatile @Nullable Throwable failure;

    BizThread(Revision revision, String purpose, ClassLoader loader, Runnable task) {
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
        }
    }

    /** Runs the task and waits for its end, or for the deadline; tells whether it ended. */
    boolean runUntil(Duration deadline) {
        thread.start();
        return join(deadline);
    }

    /** Interrupts the task and waits for its end; tells whether it ended. */
    boolean interruptAndJoin(Duration grace) {
        thread.interrupt();
        return join(grace);
    }

    /** Returns what the task threw, once it has ended. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Returns the innermost frame of the task for a message, rather one of the biz than one of the JDK. */
    String position() {
        List<StackTraceElement> frames = List.of(thread.getStackTrace());
        return frames.stream()
                .filter(frame -> frame.getModuleName() == null)
                .findFirst()
                .or(() -> frames.stream().findFirst())
                .map(frame -> "'" + frame + "'")
                .orElse("its end");
    }

    /** Returns the whole stack, one frame a line. */
    String stack() {
        return Arrays.stream(thread.getStackTrace())
                .map(frame -> "\tat " + frame)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private boolean join(Duration timeout) {
        try {
            thread.join(Math.max(1, timeout.toMillis()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    /** Makes any throwable pass where only unchecked ones are declared. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <T extends Throwable> T sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
