package dev.berth.trigger;

import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RunningCall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.Lifecycle;
import org.springframework.context.SmartLifecycle;

/**
 * One bean that takes messages while its revision is active.
 *
 * <p>It stops on a thread of its own and counts as a call until it has stopped: it may be busy with a message for long,
 * which the drain then waits for. One that is wanted again by then starts as soon as it has stopped.
 */
final class Listener implements RunningCall {

    private static final Logger logger = LoggerFactory.getLogger(Listener.class);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Lifecycle bean;
    private final Revision revision;
    private final ClassLoader loader;
    private final ListenerTasks tasks;
    private final ListenerThreads threads;
    private boolean on;
    private boolean wanted;
    private boolean gaveBack;
    private Phase phase = Phase.AT_REST;
    private @Nullable Thread worker;

    /** Makes the listener of a bean that does not start of itself unless told so. */
    Listener(Lifecycle bean, Revision revision, ClassLoader loader, ListenerTasks tasks) {
        this.bean = bean;
        this.revision = revision;
        this.loader = loader;
        this.tasks = tasks;
        this.threads = new ListenerThreads(bean, loader, tasks);
        this.wanted = bean instanceof SmartLifecycle smart && smart.isAutoStartup();
    }

    /**
     * Starts it if it starts of itself, or ran when it was stopped; returns when the bean has started, if ever.
     *
     * @param held asked whether triggers are not to start any more
     */
    void start(BooleanSupplier held) {
        synchronized (this) {
            if (held.getAsBoolean()) {
                return;
            }
            on = true;
            if (!wanted || phase != Phase.AT_REST) {
                return;
            }
            phase = Phase.STARTS;
        }
        startBean();
    }

    /** Lets it take no more messages; returns at once. One that is in its start is stopped as soon as that has ended. */
    synchronized void stop() {
        boolean wasOn = on;
        on = false;
        if (phase != Phase.AT_REST) {
            return;
        }
        if (bean.isRunning()) {
            wanted = true;
            stopInBackground();
        } else if (wasOn) {
            // The biz has stopped it itself
            wanted = false;
        }
    }

    /** Holds no lock while the biz works: a start that hangs must not keep anybody from going on without it. */
    private void startBean() {
        try {
            if (!bean.isRunning()) {
                if (gaveBack) {
                    TriggerTypes.ready(bean);
                    gaveBack = false;
                }
                tasks.watch(bean);
                bean.start();
            }
        } finally {
            started();
        }
    }

    private synchronized void started() {
        phase = Phase.AT_REST;
        if (!on && bean.isRunning()) {
            stopInBackground();
        }
    }

    private void stopInBackground() {
        revision.calls().enter();
        revision.calls().register(this);
        Thread thread = new Thread(this::stopAndWait, "biz-" + revision.id() + "-stop");
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        phase = Phase.STOPS;
        worker = thread;
        thread.start();
    }

    private void stopAndWait() {
        try {
            awaitStop();
        } catch (InterruptedException released) {
            // Its context is closed, and so is the bean
        } catch (RuntimeException | Error failure) {
            // The border to a biz: its bean may throw anything
            log("A message listener failed to stop", failure);
        } finally {
            revision.calls().unregister(this);
            goOn();
            revision.calls().exit();
        }
    }

    /** Gives back what a stopped bean has fetched ahead, and starts it again if it is wanted by now. */
    private void goOn() {
        try {
            gaveBack = TriggerTypes.giveBack(bean);
        } catch (RuntimeException | Error failure) {
            // The border to a biz
            log("A message listener failed to give back what it had fetched", failure);
        }
        synchronized (this) {
            phase = on ? Phase.STARTS : Phase.AT_REST;
            if (!on) {
                return;
            }
        }
        try {
            startBean();
        } catch (RuntimeException | Error failure) {
            // The border to a biz; nobody waits for this start any more
            log("A message listener failed to start again", failure);
        }
    }

    private void awaitStop() throws InterruptedException {
        TriggerTypes.patient(bean);
        if (bean instanceof SmartLifecycle smart) {
            CountDownLatch stopped = new CountDownLatch(1);
            smart.stop(stopped::countDown);
            stopped.await();
        } else {
            bean.stop();
        }
        while (TriggerTypes.leavesWork(bean)
                && !threads.busy(Thread.currentThread()).isEmpty()) {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        }
    }

    private void log(String message, Throwable failure) {
        revision.report(failure);
        logger.atError()
                .setCause(failure)
                .addKeyValue("biz", revision.id().name())
                .addKeyValue("revision", revision.id())
                .log(message);
    }

    synchronized void release() {
        on = false;
        if (worker != null) {
            worker.interrupt();
        }
    }

    @Override
    public String description() {
        return threads.description();
    }

    /** It has none of its own; those that are busy with messages are its parts. */
    @Override
    public Optional<Thread> thread() {
        return Optional.empty();
    }

    @Override
    public List<RunningCall> parts() {
        Thread waiting;
        synchronized (this) {
            waiting = phase == Phase.STOPS ? worker : null;
        }
        List<RunningCall> busy = waiting == null ? List.of() : threads.busy(waiting);
        return busy.isEmpty() ? List.of(this) : busy;
    }

    /** Only its parts can be: who waits for its end must not take it for stopped before it is. */
    @Override
    public void breakOff() {
        // Nothing works for it that is known
    }

    /** What is done with the bean now, by one thread at most. */
    private enum Phase {
        AT_REST,
        STARTS,
        STOPS
    }
}
