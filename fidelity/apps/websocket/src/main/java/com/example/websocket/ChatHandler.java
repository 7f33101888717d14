package com.example.websocket;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

@Component
class ChatHandler extends AbstractWebSocketHandler implements SubProtocolCapable {

    final List<String> log = new CopyOnWriteArrayList<>();
    private final Set<WebSocketSession> sessions = ConcurrentHashMap.newKeySet();

    @Override
    public List<String> getSubProtocols() {
        return List.of("chat.v1");
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        sessions.add(session);
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
        switch (message.getPayload()) {
            case "end" -> session.close(new CloseStatus(4001, "as you wish"));
            case "fail" -> throw new IllegalStateException("It broke");
            default -> {
                for (WebSocketSession each : sessions) {
                    each.sendMessage(new TextMessage(message.getPayload() + " by " + session.getAcceptedProtocol()
                            + " of " + session.getUri().getQuery()));
                }
            }
        }
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) throws Exception {
        session.sendMessage(new TextMessage(message.getPayloadLength() + " bytes"));
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        sessions.remove(session);
        log.add(String.valueOf(status.getCode()));
    }
}
