package dev.berth.web;

import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;

/**
 * Renews the threads that serve requests, since their thread locals may have things of a closed biz.
 *
 * <p>Idle threads end within a moment and busy ones after their request; new ones start when they are needed, so that
 * neighbours see nothing but a thread's start. Renewals that are asked for while one goes on are one.
 */
final class ThreadRenewal {

    private static final long LOOK_MILLIS = 100;

    private final AtomicBoolean wanted = new AtomicBoolean();

    /** Begins to renew the threads of a connector; returns at once. Virtual threads end by themselves. */
    void begin(Connector connector) {
        Executor executor = connector.getProtocolHandler().getExecutor();
        if (executor instanceof ThreadPoolExecutor pool && wanted.compareAndSet(false, true)) {
            Thread thread = new Thread(() -> renew(pool), "berth-renew-threads");
            thread.setDaemon(true);
            thread.setContextClassLoader(ThreadRenewal.class.getClassLoader());
            thread.start();
        }
    }

    private synchronized void renew(ThreadPoolExecutor pool) {
        wanted.set(false);
        long delay = pool.getThreadRenewalDelay();
        long keepAlive = pool.getKeepAliveTime(TimeUnit.NANOSECONDS);
        // Tomcat lets one thread a second end, and the others wait for work again meanwhile
        pool.setThreadRenewalDelay(0);
        pool.contextStopping();
        // Idle threads wait for that long before they look whether they are to end; less wakes them
        pool.setKeepAliveTime(1, TimeUnit.MILLISECONDS);
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            pool.setKeepAliveTime(keepAlive, TimeUnit.NANOSECONDS);
            pool.setThreadRenewalDelay(delay);
        }
    }
}
