package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.Threads;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ThreadsTests {

    private static final String NAME = ThreadsTests.class.getName();

    @Test
    void cleanWhenBizForgetsAThreadOfItsClassEndsIt() {
        // Given
        TinyBiz biz = TinyBiz.run(OfItsClass.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(new dev.berth.leak.cleaner.Threads());
        // Then
        assertThat(messages)
                .containsExactly("Thread 'worker' (of class " + NAME + "$OfItsClass$Worker) was interrupted and ended");
        assertThat(biz.isCollected()).isTrue();
    }

    @Test
    void cleanWhenBizForgetsAThreadWithItsTaskEndsIt() {
        // Given
        TinyBiz biz = TinyBiz.run(WithItsTask.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(new dev.berth.leak.cleaner.Threads());
        // Then
        assertThat(messages)
                .singleElement()
                .asString()
                .startsWith("Thread 'sleeper' (its task is a " + NAME + "$WithItsTask")
                .endsWith("was interrupted and ended");
        assertThat(biz.isCollected()).isTrue();
    }

    @Test
    void cleanWhenATaskOfBizKeepsAPoolOfTheBaseBusyInterruptsItAndKeepsTheThread() {
        // Given
        Base.start();
        Thread pooled = Threads.named("base-pool").get(0);
        TinyBiz biz = TinyBiz.run(InAForeignPool.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(new dev.berth.leak.cleaner.Threads());
        // Then
        assertThat(messages)
                .containsExactly(
                        "Thread 'base-pool' (it runs " + NAME + "$InAForeignPool.sleep) was interrupted and ended");
        assertThat(biz.isCollected()).isTrue();
        assertThat(pooled.isAlive()).isTrue();
    }

    @Test
    void cleanWhenAThreadIgnoresItsInterruptSaysSoWithTheStack() {
        // Given
        TinyBiz biz = TinyBiz.run(Stubborn.class);
        // When
        List<Finding> findings = biz.findings(new dev.berth.leak.cleaner.Threads());
        // Then
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.cured()).isFalse();
            assertThat(finding.message()).endsWith("ignores its interrupt");
            assertThat(finding.detail().orElseThrow()).contains("Stubborn.run");
        });
        assertThat(biz.isHeld()).isTrue();
        Base.slot = "end";
        assertThat(biz.isCollected()).isTrue();
    }

    @Test
    void findWhenANeighbourHasTheSameClassesLeavesItsThreadsAlone() {
        // Given
        TinyBiz running = TinyBiz.run(WithoutAContextLoader.class);
        TinyBiz closed = TinyBiz.run(Quiet.class);
        ClassLoader older = new TinyBiz.Loader(WithoutAContextLoader.class.getName(), Base.class.getClassLoader());
        ClosedBiz biz = new ClosedBiz(
                "older", older, closedBase(), Set.of(running.closed().loader()));
        // When
        List<Leftover> leftovers = new dev.berth.leak.cleaner.Threads().find(biz);
        // Then
        assertThat(leftovers).isEmpty();
        assertThat(closed.isCollected()).isTrue();
        running.clean(new dev.berth.leak.cleaner.Threads());
        assertThat(Threads.named("busy")).isEmpty();
    }

    /** As where a module is tested in the JVM of its test, which has the module's classes too. */
    @Test
    void findWhenAnotherLoaderHasClassesOfThatNameLeavesItsThreadsAlone() throws InterruptedException {
        // Given
        CountDownLatch asleep = new CountDownLatch(1);
        Thread thread = new Thread(new Quiet.Sleeper(asleep), "of-another-loader");
        thread.start();
        asleep.await();
        ClassLoader own = new TinyBiz.Loader(Quiet.class.getName(), Base.class.getClassLoader());
        // When
        List<Leftover> leftovers =
                new dev.berth.leak.cleaner.Threads().find(new ClosedBiz("quiet", own, closedBase(), Set.of()));
        // Then
        thread.interrupt();
        thread.join();
        assertThat(leftovers).isEmpty();
    }

    /** As under 'java -jar', where no loader has a name. */
    @Test
    void findWhenABaseWithoutANameHasClassesOfThatNameLeavesItsThreadsAlone() throws Exception {
        // Given
        ClassLoader base = ofSleepers();
        Thread thread = asleepIn(base, null);
        // When
        List<Leftover> leftovers =
                new dev.berth.leak.cleaner.Threads().find(new ClosedBiz("sleeping", ofSleepers(), base, Set.of()));
        // Then
        end(thread);
        assertThat(leftovers).isEmpty();
    }

    @Test
    void findWhenAPluginHasClassesOfThatNameLeavesItsThreadsAlone() throws Exception {
        // Given
        ClassLoader plugin = ofSleepers();
        Thread thread = asleepIn(plugin, null);
        // When
        List<Leftover> leftovers = new dev.berth.leak.cleaner.Threads()
                .find(new ClosedBiz("sleeping", ofSleepers(), closedBase(), Set.of(plugin)));
        // Then
        end(thread);
        assertThat(leftovers).isEmpty();
    }

    @Test
    void findWhenTheContextLoaderOfAThreadHasClassesOfThatNameLeavesItAlone() throws Exception {
        // Given
        ClassLoader unknown = ofSleepers();
        Thread thread = asleepIn(unknown, unknown);
        // When
        List<Leftover> leftovers = new dev.berth.leak.cleaner.Threads()
                .find(new ClosedBiz("sleeping", ofSleepers(), closedBase(), Set.of()));
        // Then
        end(thread);
        assertThat(leftovers).isEmpty();
    }

    /** As a thread of a shared library that serves a neighbour, where the closed biz brought a version of its own. */
    @Test
    void findWhenAThreadWorksForANeighbourLeavesItAlone() throws Exception {
        // Given
        ClassLoader hidden = ofSleepers();
        ClassLoader neighbour = new ClassLoader(closedBase()) {};
        Thread thread = asleepIn(hidden, neighbour);
        // When
        List<Leftover> leftovers = new dev.berth.leak.cleaner.Threads()
                .find(new ClosedBiz("sleeping", ofSleepers(), closedBase(), Set.of(neighbour)));
        // Then
        end(thread);
        assertThat(leftovers).isEmpty();
    }

    private static ClassLoader ofSleepers() {
        return new TinyBiz.Loader(Quiet.class.getName(), closedBase());
    }

    private static Thread asleepIn(ClassLoader definer, ClassLoader context) throws Exception {
        CountDownLatch asleep = new CountDownLatch(1);
        Constructor<?> sleeper =
                definer.loadClass(Quiet.class.getName() + "$Sleeper").getDeclaredConstructor(CountDownLatch.class);
        sleeper.setAccessible(true);
        Thread thread = new Thread((Runnable) sleeper.newInstance(asleep), "sleeping");
        thread.setContextClassLoader(context);
        thread.start();
        asleep.await();
        return thread;
    }

    private static void end(Thread thread) throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private static ClassLoader closedBase() {
        return ThreadsTests.class.getClassLoader();
    }

    public static class Quiet implements Runnable {

        @Override
        public void run() {}

        record Sleeper(CountDownLatch asleep) implements Runnable {

            @Override
            public void run() {
                asleep.countDown();
                try {
                    Thread.sleep(60_000);
                } catch (InterruptedException end) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    public static class OfItsClass implements Runnable {

        @Override
        public void run() {
            Worker worker = new Worker();
            worker.setDaemon(true);
            worker.setContextClassLoader(null);
            worker.start();
        }

        static class Worker extends Thread {

            Worker() {
                super("worker");
            }

            @Override
            public void run() {
                try {
                    Thread.sleep(3_600_000);
                } catch (InterruptedException end) {
                    return;
                }
            }
        }
    }

    public static class WithItsTask implements Runnable {

        @Override
        public void run() {
            Thread thread = new Thread(new java.util.concurrent.FutureTask<>(WithItsTask::sleep), "sleeper");
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            thread.start();
        }

        static Object sleep() throws InterruptedException {
            Thread.sleep(3_600_000);
            return "";
        }
    }

    public static class InAForeignPool implements Runnable {

        @Override
        public void run() {
            java.util.concurrent.CountDownLatch running = new java.util.concurrent.CountDownLatch(1);
            Base.POOL.execute(() -> sleep(running));
            try {
                running.await();
            } catch (InterruptedException end) {
                return;
            }
        }

        static void sleep(java.util.concurrent.CountDownLatch running) {
            running.countDown();
            try {
                Thread.sleep(3_600_000);
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    public static class WithoutAContextLoader implements Runnable {

        @Override
        public void run() {
            Thread thread = new Thread(WithoutAContextLoader::sleep, "busy");
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            thread.start();
        }

        static void sleep() {
            try {
                Thread.sleep(3_600_000);
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    public static class Stubborn extends Thread {

        static volatile boolean running;

        @Override
        public void run() {
            if (Thread.currentThread() != this) {
                Base.slot = null;
                setDaemon(true);
                start();
                while (!running) {
                    Thread.onSpinWait();
                }
                return;
            }
            running = true;
            while (Base.slot == null) {
                Thread.onSpinWait();
                Thread.interrupted();
                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
            }
        }
    }
}
