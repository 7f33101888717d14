package dev.berth.fidelity.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.fidelity.AllowedDifference;
import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;
import dev.berth.process.BaseProcess;
import java.nio.file.Files;
import java.util.List;

/** An application that brings Jetty. */
public final class JettyLine implements Line {

    private static final String TOMCAT =
            "the base's Tomcat serves it in Jetty's place, and its log and its linkage say so";

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
    public void besides(BaseProcess base) throws Exception {
        assertThat(Files.readString(base.home().resolve("logs/jetty.log")))
                .contains("Jetty is left out: the base's Tomcat serves this biz");
        assertThat(base.admin().get("/v1/biz/jetty/linkage").body())
                .contains("Base doesn't have it; it serves nothing, the base's Tomcat does in its place");
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
