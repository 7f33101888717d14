package dev.berth.load;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Quick answers, slow ones, and streams. */
@RestController
class LoadController {

    private final int version;
    private final Colour colour;
    private final EventStreams streams;

    LoadController(@Value("${load.version}") int version, Colour colour, EventStreams streams) {
        this.version = version;
        this.colour = colour;
        this.streams = streams;
    }

    @GetMapping("/items/{id}")
    Item item(@PathVariable("id") int id) {
        return new Item(version, colour.word(), id, colour.describe(id));
    }

    @PostMapping(path = "/items", consumes = MediaType.TEXT_PLAIN_VALUE)
    Receipt receive(@RequestBody String text) {
        return new Receipt(version, colour.word(), text.length(), colour.checksum(text));
    }

    @GetMapping("/slow/{id}")
    Item slow(@PathVariable("id") int id, @RequestParam("millis") int millis) throws InterruptedException {
        Thread.sleep(millis);
        return item(id);
    }

    /** Sends the item as many times as asked for, then ends the stream. */
    @GetMapping(path = "/events/{id}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable("id") int id, @RequestParam("count") int count, @RequestParam("every") int millis) {
        return streams.open(item(id), count, millis);
    }
}
