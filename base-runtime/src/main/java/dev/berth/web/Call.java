package dev.berth.web;

import dev.berth.lifecycle.CallAdmission;
import dev.berth.lifecycle.CallTree;
import dev.berth.lifecycle.RunningCall;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One call from outside: the root of a call tree, counted in each revision that it enters and counted out once.
 *
 * <p>Tomcat reports the completion of an asynchronous call that fails more than once, and that of a dispatched one before
 * its error page is rendered. So a call that runs through the valves ends when it leaves them; what Tomcat reports
 * counts only in between.
 */
final class Call implements AsyncListener, RunningCall {

    private static final int SHOWN = 200;

    private final CallTree tree;
    private final String description;
    private final AtomicBoolean ended = new AtomicBoolean();
    private @Nullable Thread thread;

    Call(CallAdmission admission, String description) {
        this.tree = new CallTree(admission, this);
        this.description = description;
    }

    CallTree tree() {
        return tree;
    }

    synchronized void enterPass() {
        thread = Thread.currentThread();
    }

    synchronized void leavePass() {
        thread = null;
    }

    private synchronized boolean inPass() {
        return thread != null;
    }

    void end() {
        if (ended.compareAndSet(false, true)) {
            tree.end();
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

    /** The lock keeps the thread from leaving the call meanwhile: the interrupt would hit the next one. */
    @Override
    public synchronized void breakOff() {
        if (thread != null) {
            thread.interrupt();
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
