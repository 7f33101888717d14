package dev.berth.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.Eventually;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.InstanceManagerBindings;
import org.apache.tomcat.SimpleInstanceManager;
import org.apache.tomcat.util.threads.TaskQueue;
import org.apache.tomcat.util.threads.TaskThreadFactory;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What hides in thread locals of Tomcat's workers goes with the threads, and what its static map holds is unbound. */
class ThreadRenewalTests {

    private static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();

    private final TaskQueue queue = new TaskQueue();
    private final ThreadPoolExecutor pool =
            new ThreadPoolExecutor(2, 2, 1, TimeUnit.MINUTES, queue, new TaskThreadFactory("renewed-", true, 5));
    private final Connector connector = new Connector();

    @AfterEach
    void shutDown() {
        pool.shutdownNow();
    }

    @Test
    void beginWhenAnIdleThreadHasAValueEndsItAndThePoolServesOn() throws Exception {
        // Given
        queue.setParent(pool);
        connector.getProtocolHandler().setExecutor(pool);
        Thread[] thread = new Thread[1];
        Object value = new Object();
        pool.submit(() -> {
                    LOCAL.set(value);
                    thread[0] = Thread.currentThread();
                })
                .get(5, TimeUnit.SECONDS);
        // Tomcat renews what began before the millisecond of the renewal
        long begun = System.currentTimeMillis();
        assertThat(Eventually.holds(() -> System.currentTimeMillis() > begun)).isTrue();
        // When
        new ThreadRenewal().begin(connector);
        // Then
        assertThat(Eventually.holds(() -> !thread[0].isAlive())).isTrue();
        assertThat(pool.submit((Callable<Object>) () -> LOCAL.get() == value).get(5, TimeUnit.SECONDS))
                .isEqualTo(false);
    }

    @Test
    void beginWhenAThreadIsBusyLetsItFinishItsWork() throws Exception {
        // Given
        queue.setParent(pool);
        connector.getProtocolHandler().setExecutor(pool);
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        var work = pool.submit(() -> {
            running.countDown();
            return go.await(10, TimeUnit.SECONDS);
        });
        running.await();
        // When
        new ThreadRenewal().begin(connector);
        boolean calm = !work.isDone();
        go.countDown();
        // Then
        assertThat(calm).isTrue();
        assertThat(work.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void unbindWhenTomcatBoundALoaderFreesIt() {
        // Given
        ClassLoader[] loader = {new ClassLoader(null) {}};
        var reference = new java.lang.ref.WeakReference<>(loader[0]);
        InstanceManagerBindings.bind(loader[0], new SimpleInstanceManager());
        System.gc();
        // When
        InstanceManagerBindings.unbind(loader[0]);
        loader[0] = null;
        // Then
        assertThat(Eventually.collected(reference)).isTrue();
    }
}
