package dev.berth.control;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the numbered threads of one purpose. */
final class OperationThreads implements ThreadFactory {

    private final String prefix;
    private final AtomicInteger number = new AtomicInteger();

    OperationThreads(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task, prefix + number.incrementAndGet());
        thread.setDaemon(true);
        // Whoever asks first must not lend its loader to a thread that stays
        thread.setContextClassLoader(OperationThreads.class.getClassLoader());
        return thread;
    }
}
