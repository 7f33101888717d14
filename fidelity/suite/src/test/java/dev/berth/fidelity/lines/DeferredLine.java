package dev.berth.fidelity.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Answers that come later. */
public final class DeferredLine implements Line {

    @Override
    public String name() {
        return "deferred";
    }

    @Override
    public String shows() {
        return "`DeferredResult`, `Callable`, server-sent events, bodies in pieces and streamed, timeouts";
    }

    @Override
    public void visit(Visitor visitor) throws Exception {

        CompletableFuture<HttpResponse<String>> next =
                visitor.client().sendAsync(visitor.request("/next").build(), HttpResponse.BodyHandlers.ofString());
        awaitOneWaiting(visitor);
        visitor.post("/news", "text/plain", "Tea is ready").answers(200);
        HttpResponse<String> answer = next.get(5, TimeUnit.SECONDS);
        visitor.remark(
                "next", answer.statusCode() + " " + answer.headers().map().keySet() + " " + answer.body());
        assertThat(answer.body()).isEqualTo("Tea is ready");
        visitor.get("/next?patience=50").answers(503);
        visitor.get("/next-or-none").answers(200).with("nothing new");
        visitor.get("/called").answers(200).with("called on task-");
        visitor.get("/events?count=3", "Accept", "text/event-stream")
                .answers(200)
                .with("id:3", "event:count", "data:{\"number\":3,\"of\":3}");
        visitor.get("/pieces").answers(200).with("one ", "{\"number\":2");
        visitor.get("/stream").answers(200).with("line 99");
    }

    private static void awaitOneWaiting(Visitor visitor) throws Exception {
        HttpRequest waiting = visitor.request("/waiting").build();
        while (!visitor.client()
                .send(waiting, HttpResponse.BodyHandlers.ofString())
                .body()
                .equals("1")) {
            Thread.sleep(20);
        }
    }
}
