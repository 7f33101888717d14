package dev.berth.web;

import dev.berth.lifecycle.CallsInFlight;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One call in a revision: counted in when it is made, counted out once.
 *
 * <p>Tomcat reports the completion of an asynchronous call that fails more than once, and that of a dispatched one before
 * its error page is rendered. So a call that runs through the valves ends when it leaves them; what Tomcat reports
 * counts only in between.
 */
final class Call implements AsyncListener {

    private final CallsInFlight calls;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean inPass;

    Call(CallsInFlight calls) {
        this.calls = calls;
        calls.enter();
    }

    void enterPass() {
        inPass = true;
    }

    void leavePass() {
        inPass = false;
    }

    void end() {
        if (ended.compareAndSet(false, true)) {
            calls.exit();
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        if (!inPass) {
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
