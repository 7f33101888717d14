package dev.berth.fidelity.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Mask;
import dev.berth.fidelity.Visitor;
import java.util.List;

/** A visitor with a session. */
public final class SessionsLine implements Line {

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public String shows() {
        return "Sessions: the cookie with path and flags, attributes, session beans, listeners, a new id, the timeout, the end";
    }

    @Override
    public void visit(Visitor visitor) {

        visitor.get("/session").answers(200).with("\"there\":false");
        visitor.get("/name").answers(400);
        String cookie = visitor.postForm("/name", "name=Ann").answers(200).header("set-cookie");
        assertThat(cookie).contains("CART=", "Path=/sessions", "HttpOnly", "SameSite=Strict", "Max-Age=3600");
        visitor.get("/session").answers(200).with("\"name\":\"Ann\"", "\"seconds\":120", "\"asked by cookie\":true");
        visitor.get("/name").answers(200).with("Ann");
        visitor.postForm("/cart", "article=Assam").answers(200);
        visitor.postForm("/cart", "article=Sencha").answers(200).with("[\"Assam\",\"Sencha\"]");
        visitor.postForm("/changed", "").answers(200).with("true");
        visitor.postForm("/timeout", "seconds=180").answers(200);
        visitor.get("/session").answers(200).with("\"seconds\":180");
        visitor.get("/link").answers(200).with("session");
        visitor.postForm("/end", "").answers(200);
        visitor.get("/session").answers(200).with("\"there\":false", "\"valid\":false");
        visitor.get("/log").answers(200).with("created", "id changed", "destroyed with Ann", "unbound");
    }

    @Override
    public List<Mask> masks() {
        return List.of(Mask.of("CART=[0-9A-F]{32}", "CART=<session>"), Mask.of("Expires=[^;]+ GMT", "Expires=<time>"));
    }
}
