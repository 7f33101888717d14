package dev.berth.load;

import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Streams of events, each sent by the timer and not by a thread of its own. */
@Component
class EventStreams {

    private static final long TIMEOUT_MILLIS = 30_000;

    private final ScheduledExecutorService timer;

    EventStreams(ScheduledExecutorService eventTimer) {
        this.timer = eventTimer;
    }

    /** Starts a stream whose first event comes after one interval. */
    SseEmitter open(Item item, int count, int everyMillis) {
        SseEmitter stream = new SseEmitter(TIMEOUT_MILLIS);
        timer.schedule(() -> send(stream, item, count, everyMillis), everyMillis, TimeUnit.MILLISECONDS);
        return stream;
    }

    private void send(SseEmitter stream, Item item, int left, int everyMillis) {
        try {
            stream.send(item);
            if (left == 1) {
                stream.complete();
            } else {
                timer.schedule(() -> send(stream, item, left - 1, everyMillis), everyMillis, TimeUnit.MILLISECONDS);
            }
        } catch (IOException | IllegalStateException callerIsGone) {
            stream.completeWithError(callerIsGone);
        }
    }
}
