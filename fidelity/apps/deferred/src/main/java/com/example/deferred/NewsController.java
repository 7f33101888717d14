package com.example.deferred;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
class NewsController implements DisposableBean {

    private final Queue<DeferredResult<String>> waiting = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @GetMapping("/next")
    DeferredResult<String> next(@RequestParam(defaultValue = "5000") long patience) {
        DeferredResult<String> result = new DeferredResult<>(patience);
        waiting.add(result);
        result.onCompletion(() -> waiting.remove(result));
        return result;
    }

    @GetMapping("/next-or-none")
    DeferredResult<String> nextOrNone() {
        return new DeferredResult<>(50L, "nothing new");
    }

    @GetMapping("/waiting")
    int waiting() {
        return waiting.size();
    }

    @PostMapping("/news")
    void news(@RequestBody String text) {
        waiting.forEach(result -> threads.execute(() -> {
            if (text.isEmpty()) {
                result.setErrorResult(new IllegalArgumentException("No text"));
            } else {
                result.setResult(text);
            }
        }));
    }

    @GetMapping("/called")
    Callable<String> called() {
        return () -> "called on " + Thread.currentThread().getName().replaceAll("\\d+$", "");
    }

    @GetMapping("/events")
    SseEmitter events(@RequestParam int count) {
        SseEmitter emitter = new SseEmitter();
        threads.execute(() -> {
            try {
                for (int i = 1; i <= count; i++) {
                    emitter.send(SseEmitter.event()
                            .id(String.valueOf(i))
                            .name("count")
                            .comment("of " + count)
                            .data(new Step(i, count)));
                    Thread.sleep(20);
                }
                emitter.complete();
            } catch (IOException | InterruptedException failure) {
                emitter.completeWithError(failure);
            }
        });
        return emitter;
    }

    @GetMapping("/pieces")
    ResponseBodyEmitter pieces() {
        ResponseBodyEmitter emitter = new ResponseBodyEmitter();
        threads.execute(() -> {
            try {
                emitter.send("one ", MediaType.TEXT_PLAIN);
                emitter.send(new Step(2, 2), MediaType.APPLICATION_JSON);
                emitter.complete();
            } catch (IOException failure) {
                emitter.completeWithError(failure);
            }
        });
        return emitter;
    }

    @GetMapping(path = "/stream", produces = MediaType.TEXT_PLAIN_VALUE)
    StreamingResponseBody stream() {
        return out -> {
            for (int i = 0; i < 100; i++) {
                out.write(("line " + i + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        };
    }

    @ExceptionHandler
    ProblemDetail invalid(IllegalArgumentException invalid) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, invalid.getMessage());
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    record Step(int number, int of) {}
}
