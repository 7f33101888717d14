package dev.berth.application;

import dev.berth.lifecycle.RunningCall;
import java.util.Optional;

/** A task that a thread of one of the biz's executors is at, as a drain knows it. */
final class RunningTask implements RunningCall {

    private final String executor;
    private final Thread thread;
    private boolean ended;

    RunningTask(String executor, Thread thread) {
        this.executor = executor;
        this.thread = thread;
    }

    @Override
    public String description() {
        return "task of executor " + executor;
    }

    @Override
    public Optional<Thread> thread() {
        return Optional.of(thread);
    }

    @Override
    public synchronized void breakOff() {
        if (!ended) {
            thread.interrupt();
        }
    }

    /** Keeps an interrupt from the next task of the thread. */
    synchronized void end() {
        ended = true;
    }
}
