package dev.berth.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.InstanceManagerBindings;
import org.apache.tomcat.SimpleInstanceManager;
import org.apache.tomcat.util.threads.Constants;
import org.apache.tomcat.util.threads.TaskQueue;
import org.apache.tomcat.util.threads.TaskThreadFactory;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What hides in thread locals of Tomcat's workers goes with the threads, and what its static map holds is unbound. */
class ThreadRenewalTests {

    private static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();

    private static final int THREADS = 4;
    private static final long DELAY = Constants.DEFAULT_THREAD_RENEWAL_DELAY;

    private final TaskQueue queue = new TaskQueue();
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            THREADS, THREADS, 1, TimeUnit.MINUTES, queue, new TaskThreadFactory("renewed-", true, 5));
    private final Connector connector = new Connector();

    @AfterEach
    void shutDown() {
        pool.shutdownNow();
    }

    @Test
    void beginWhenIdleThreadsHaveValuesEndsAllAndThePoolServesOn() throws Exception {
        // Given
        queue.setParent(pool);
        connector.getProtocolHandler().setExecutor(pool);
        Object value = new Object();
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CyclicBarrier together = new CyclicBarrier(THREADS);
        List<Future<?>> tasks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            tasks.add(pool.submit(() -> {
                LOCAL.set(value);
                threads.add(Thread.currentThread());
                return together.await();
            }));
        }
        for (Future<?> task : tasks) {
            task.get(5, TimeUnit.SECONDS);
        }
        // Tomcat renews what began before the millisecond of the renewal
        long begun = System.currentTimeMillis();
        assertThat(Eventually.holds(() -> System.currentTimeMillis() > begun)).isTrue();
        // When
        new ThreadRenewal().begin(connector);
        // Then
        assertThat(Eventually.holds(() -> threads.stream().noneMatch(Thread::isAlive)))
                .isTrue();
        assertThat(pool.submit((Callable<Object>) () -> LOCAL.get() == value).get(5, TimeUnit.SECONDS))
                .isEqualTo(false);
        assertThat(Eventually.holds(() -> pool.getThreadRenewalDelay() == DELAY))
                .isTrue();
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
