package com.example.sessions;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

@Component
class SessionLog implements HttpSessionListener, HttpSessionIdListener {

    final List<String> events = new CopyOnWriteArrayList<>();

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        events.add("created");
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        events.add("destroyed with " + event.getSession().getAttribute("name"));
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String before) {
        events.add("id changed");
    }
}
