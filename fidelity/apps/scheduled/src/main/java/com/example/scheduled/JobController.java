package com.example.scheduled;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class JobController {

    private final Clockwork clockwork;
    private final TaskScheduler scheduler;

    JobController(Clockwork clockwork, TaskScheduler scheduler) {
        this.clockwork = clockwork;
        this.scheduler = scheduler;
    }

    @GetMapping("/runs")
    Map<String, String> runs() throws InterruptedException {
        return clockwork.runs();
    }

    @PostMapping("/jobs")
    String job(@RequestParam String text) throws Exception {
        CompletableFuture<String> result = new CompletableFuture<>();
        scheduler.schedule(
                () -> result.complete(text + " on " + Thread.currentThread().getName()),
                Instant.now().plusMillis(20));
        return result.get(5, TimeUnit.SECONDS);
    }
}
