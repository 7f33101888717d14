package com.example.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** The server makes one for each session. */
@Component
@ServerEndpoint("/echo/{who}")
public class EchoEndpoint {

    static final List<String> LOG = new CopyOnWriteArrayList<>();

    @OnOpen
    public void open(Session session) {
        session.setMaxTextMessageBufferSize(4096);
    }

    @OnMessage
    public String echo(String text, @PathParam("who") String who) {
        return who + " says " + text;
    }

    @OnClose
    public void close(CloseReason reason) {
        LOG.add("endpoint " + reason.getCloseCode().getCode());
    }
}
