package com.example.events;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ApplicationContextEvent;

/** Registered by spring.factories, so that it hears of the start before there is a context. */
public class StartListener implements ApplicationListener<ApplicationEvent> {

    static final List<String> HEARD = new CopyOnWriteArrayList<>();

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        if (event instanceof SpringApplicationEvent
                || event instanceof ApplicationContextEvent
                || event instanceof WebServerInitializedEvent) {
            HEARD.add(event.getClass().getSimpleName());
        }
    }
}
