package dev.berth.fidelity.lines;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;

/** A real client of both sockets. */
public final class WebsocketLine implements Line {

    @Override
    public String name() {
        return "websocket";
    }

    @Override
    public String shows() {
        return "Web sockets by Spring and by `@ServerEndpoint`: text, bytes, sub-protocol, origin, refused and closed by either side";
    }

    @Override
    public void visit(Visitor visitor) throws Exception {

        try (SocketClient chat = SocketClient.open(visitor, "/chat?room=tea", "chat.v1")) {
            chat.send("Hello");
            chat.sendBytes(new byte[300]);
            visitor.remark("chat", chat.received(2));
            chat.send("end");
            visitor.remark("chat closed by the server", chat.closed());
        }
        try (SocketClient chat = SocketClient.open(visitor, "/chat", "")) {
            chat.send("fail");
            visitor.remark("chat failed", chat.closed());
        }
        try (SocketClient echo = SocketClient.open(visitor, "/echo/Ann", "")) {
            echo.send("Hello");
            echo.send("x".repeat(1000));
            visitor.remark("echo", echo.received(2));
            echo.end(4002, "enough");
            visitor.remark("echo closed by the client", echo.closed());
        }
        try (SocketClient echo = SocketClient.open(visitor, "/echo/Bob", "")) {
            echo.sendInVain("x".repeat(5000));
            visitor.remark("echo of too much", echo.closed());
        }
        visitor.get("/log?count=4").answers(200).with("4001", "endpoint 4002");
        visitor.get("/chat").answers(400);
        visitor.get("/echo/Ann").answers(404);
        visitor.remark("foreign origin", SocketClient.refusal(visitor, "/chat", "https://elsewhere.example.com"));
        visitor.remark("own origin", SocketClient.refusal(visitor, "/chat", "https://tea.example.org"));
    }
}
