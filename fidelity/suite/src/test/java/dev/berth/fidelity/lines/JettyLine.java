package dev.berth.fidelity.lines;

import dev.berth.fidelity.AllowedDifference;
import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;
import java.util.List;

/** An application that brings Jetty. */
public final class JettyLine implements Line {

    private static final String TOMCAT = "the base's Tomcat serves it in Jetty's place, and its log says so";

    @Override
    public String name() {
        return "jetty";
    }

    @Override
    public String shows() {
        return "The Jetty starter: its own server stand-alone";
    }

    @Override
    public void visit(Visitor visitor) {

        visitor.get("/").answers(200).with("On Jetty");
        visitor.postForm("/guests", "name=Ann").answers(200).with("Ann");
        visitor.get("/guests").answers(200).with("[\"Ann\"]");
        visitor.get("/me").answers(200).with("Ann");
        visitor.get("/server").answers(200);
        visitor.get("/nowhere", "Accept", "text/html").answers(404);
    }

    @Override
    public List<AllowedDifference> differences() {
        return List.of(
                AllowedDifference.of(
                        "condition .+JettyServletWebServerAutoConfiguration#jettyServletWebServerFactory",
                        "positive.+",
                        "negative.+berthWebServerFactory.+",
                        TOMCAT),
                AllowedDifference.of(".+: header (expires|cache-control)", ".+", "\\(none\\)", TOMCAT),
                AllowedDifference.of(".+/server: header content-length", "12", "20", TOMCAT),
                AllowedDifference.of(".+/server: body", "jetty /jetty", "Apache Tomcat /jetty", TOMCAT),
                AllowedDifference.of(".+: header content-type", "text/.+", "text/.+;charset=UTF-8", TOMCAT),
                AllowedDifference.of(".+: header set-cookie", ".+\\.node0; Path=/jetty", ".+; HttpOnly", TOMCAT));
    }
}
