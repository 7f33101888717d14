package com.example.async;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

@Component
class Worker {

    @Async
    CompletableFuture<String> shout(String text) {
        return CompletableFuture.completedFuture(text.toUpperCase() + thread());
    }

    @Async
    CompletableFuture<String> fail() {
        throw new IllegalArgumentException("Failed" + thread());
    }

    @Async
    void fire(CountDownLatch done) {
        done.countDown();
        throw new IllegalStateException("Nobody waits for this");
    }

    /** Never on two pool threads at once, so that the name is always the same. */
    private static String thread() {
        boolean pool = Thread.currentThread().getName().startsWith("pool-of-mine-");
        boolean loader = ClassUtils.isPresent(
                Worker.class.getName(), Thread.currentThread().getContextClassLoader());
        return ", on a thread of the pool: " + pool + ", with the application's classes: " + loader;
    }
}
