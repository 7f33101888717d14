package com.example.events;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

@Component
class Orders {

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final ApplicationEventPublisher publisher;
    private volatile CompletableFuture<String> mail = new CompletableFuture<>();

    Orders(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    String place(String article, int amount) throws Exception {
        mail = new CompletableFuture<>();
        publisher.publishEvent(new Placed(article, amount));
        publisher.publishEvent(article);
        return mail.get(5, TimeUnit.SECONDS);
    }

    List<String> log() {
        return log;
    }

    @EventListener
    @Order(2)
    void second(Placed placed) {
        log.add("second " + placed.article());
    }

    @EventListener
    @Order(1)
    Packed first(Placed placed) {
        log.add("first " + placed.article());
        return new Packed(placed);
    }

    @EventListener(condition = "#placed.amount > 10")
    @Order(3)
    void large(Placed placed) {
        log.add("large " + placed.article());
    }

    @EventListener
    void packed(Packed packed) {
        log.add("packed " + packed.order().article());
    }

    @EventListener
    void text(PayloadApplicationEvent<String> text) {
        log.add("text " + text.getPayload());
    }

    @Async
    @EventListener
    void mail(Packed packed) {
        mail.complete("mail by " + Thread.currentThread().getName().replaceAll("\\d+", ""));
    }

    record Placed(String article, int amount) {}

    record Packed(Placed order) {}
}
