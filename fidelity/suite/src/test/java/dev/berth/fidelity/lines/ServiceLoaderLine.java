package dev.berth.fidelity.lines;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;
import java.net.http.HttpRequest;

/** Providers, found and chosen. */
public final class ServiceLoaderLine implements Line {

    @Override
    public String name() {
        return "service-loader";
    }

    @Override
    public String shows() {
        return "`META-INF/services` of its own, of a library and of the JDK by every loader, `spring.factories`";
    }

    @Override
    public void visit(Visitor visitor) {

        visitor.get("/speakers").answers(200).with("\"by the context loader\":[\"Guten Tag\",\"Hello\"]");
        visitor.get("/charsets").answers(200).with("TeaCharsets");
        visitor.send(visitor.request("/chosen/first")
                        .PUT(HttpRequest.BodyPublishers.ofString("com.example.words.EnglishSpeaker")))
                .answers(200);
        visitor.get("/chosen/first").answers(200).with("Hello");
    }
}
