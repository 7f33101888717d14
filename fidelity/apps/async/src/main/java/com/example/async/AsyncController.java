package com.example.async;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AsyncController {

    private final Worker worker;
    private final Uncaught uncaught;
    private final AsyncTaskExecutor executor;

    AsyncController(Worker worker, Uncaught uncaught, AsyncTaskExecutor executor) {
        this.worker = worker;
        this.uncaught = uncaught;
        this.executor = executor;
    }

    @PostMapping("/shout")
    String shout(@RequestParam String text) throws Exception {
        return worker.shout(text).get(5, TimeUnit.SECONDS);
    }

    @GetMapping("/failure")
    String failure() throws Exception {
        try {
            return worker.fail().get(5, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            return String.valueOf(failure.getCause());
        }
    }

    @PostMapping("/fire")
    String fire() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        worker.fire(done);
        done.await(5, TimeUnit.SECONDS);
        return uncaught.messages.poll(5, TimeUnit.SECONDS);
    }

    @GetMapping("/submitted")
    String submitted() throws Exception {
        return executor.submit(() -> Thread.currentThread().isDaemon() + " "
                        + Thread.currentThread().getPriority())
                .get(5, TimeUnit.SECONDS);
    }

    /** Spring MVC finishes the request when the future does. */
    @GetMapping("/later")
    CompletableFuture<String> later() {
        return worker.shout("later");
    }
}
