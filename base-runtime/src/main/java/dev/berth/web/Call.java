package dev.berth.web;

import dev.berth.lifecycle.Bulkhead;
import dev.berth.lifecycle.CallAdmission;
import dev.berth.lifecycle.CallTree;
import dev.berth.lifecycle.RunningCall;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call from outside: the root of a call tree, counted in each revision that it enters and counted out once.
 *
 * <p>Tomcat reports the completion of an asynchronous call that fails more than once, and that of a dispatched one before
 * its error page is rendered. So a call that runs through the valves ends when it leaves them; what Tomcat reports
 * counts only in between.
 */
final class Call implements AsyncListener, RunningCall {

    private static final Logger logger = LoggerFactory.getLogger(Call.class);
    private static final int SHOWN = 200;

    private final long begun = System.nanoTime();
    private final CallTree tree;
    private final String description;
    private final AtomicBoolean ended = new AtomicBoolean();
    private @Nullable Bulkhead place;
    private @Nullable Thread thread;
    private @Nullable AsyncContext waiting;
    private boolean brokenOff;

    Call(CallAdmission admission, String description) {
        this.tree = new CallTree(admission, this);
        this.description = description;
    }

    CallTree tree() {
        return tree;
    }

    /**
     * Takes a place in a bulkhead until the call ends; on the thread that begins the call.
     *
     * @param more how many places beyond the limit this call may use
     * @return whether there was one
     */
    boolean takePlace(Bulkhead bulkhead, int more) {
        boolean taken = bulkhead.enter(more);
        if (taken) {
            place = bulkhead;
        }
        return taken;
    }

    synchronized void enterPass() {
        thread = Thread.currentThread();
        waiting = null;
    }

    synchronized void leavePass() {
        thread = null;
        if (brokenOff) {
            // The thread goes on to other calls, which the interrupt does not concern
            brokenOff = false;
            Thread.interrupted();
        }
    }

    /** The call goes on without a thread until somebody completes it. */
    void waitFor(AsyncContext asynchronous) {
        synchronized (this) {
            waiting = asynchronous;
        }
        asynchronous.addListener(this);
    }

    private synchronized boolean inPass() {
        return thread != null;
    }

    void end() {
        if (ended.compareAndSet(false, true)) {
            synchronized (this) {
                waiting = null;
            }
            tree.end();
            if (place != null) {
                place.exit();
            }
        }
    }

    /** The path is what a client has sent: bounded, and without what could forge a line of a log. */
    @Override
    public String description() {
        String shown = description.length() > SHOWN ? description.substring(0, SHOWN) + "…" : description;
        return shown.replaceAll("\\p{Cntrl}", "?");
    }

    @Override
    public synchronized Optional<Thread> thread() {
        return Optional.ofNullable(thread);
    }

    @Override
    public Optional<Duration> runningFor() {
        return Optional.of(Duration.ofNanos(System.nanoTime() - begun));
    }

    /**
     * Interrupts the thread, or else lets the time of the asynchronous call run out: Tomcat and the framework in the biz
     * then end it as they would at its own timeout.
     *
     * <p>The lock keeps the thread from leaving the call meanwhile, when the interrupt would hit the next one, and Tomcat
     * from using the asynchronous context for another call.
     */
    @Override
    public synchronized void breakOff() {
        if (thread != null) {
            brokenOff = true;
            thread.interrupt();
        } else if (waiting != null) {
            try {
                waiting.setTimeout(1);
            } catch (IllegalStateException over) {
                logger.debug("The call '{}' ends on its own", description());
            }
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        if (!inPass()) {
            end();
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // Completion follows
    }

    @Override
    public void onError(AsyncEvent event) {
        // Completion follows
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // The end of the pass that starts it adds this listener anew
    }
}
