package com.example.scheduled;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What ran, on which thread, and whether the thread could load the application's classes. */
@Component
class Clockwork {

    private final Map<String, String> runs = new ConcurrentHashMap<>();
    private final CountDownLatch repeated = new CountDownLatch(3);
    private final CountDownLatch everySecond = new CountDownLatch(1);
    private final CountDownLatch failed = new CountDownLatch(2);

    @Scheduled(fixedRateString = "${clockwork.rate}")
    void often() {
        note("often");
        repeated.countDown();
    }

    @Scheduled(initialDelay = 20)
    void once() {
        note("once");
    }

    @Scheduled(cron = "* * * * * *")
    void everySecond() {
        note("every second");
        everySecond.countDown();
    }

    @Scheduled(fixedDelay = 50)
    void failing() {
        note(failed.getCount() == 2 ? "failing" : "failing again");
        failed.countDown();
        throw new IllegalStateException("It must run again");
    }

    private void note(String what) {
        runs.put(what, Thread.currentThread().getName() + " " + loads());
    }

    private static boolean loads() {
        try {
            Class<?> found = Thread.currentThread().getContextClassLoader().loadClass(Clockwork.class.getName());
            return found == Clockwork.class;
        } catch (ClassNotFoundException none) {
            return false;
        }
    }

    Map<String, String> runs() throws InterruptedException {
        repeated.await(5, TimeUnit.SECONDS);
        everySecond.await(5, TimeUnit.SECONDS);
        failed.await(5, TimeUnit.SECONDS);
        return new TreeMap<>(runs);
    }
}
