package dev.berth.fidelity.lines;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;
import java.net.http.HttpRequest;
import java.util.List;

/** Texts in the language of the caller. */
public final class BundlesLine implements Line {

    @Override
    public String name() {
        return "bundles";
    }

    @Override
    public String shows() {
        return "Message sources and resource bundles of its own and of a library in several languages, letters outside of ASCII";
    }

    @Override
    public void visit(Visitor visitor) {

        visitor.send(visitor.request("/guest")
                        .header("Accept-Language", "de")
                        .PUT(HttpRequest.BodyPublishers.ofString("Zoë")))
                .answers(200);
        for (String language : List.of("en", "de", "de-AT", "pt-BR", "pt", "ja")) {
            visitor.get("/messages", "Accept-Language", language).answers(200);
        }
        visitor.get("/messages", "Accept-Language", "de").with("Grüß Gott Zoë", "1.234.567,5 im Jahr 1970");
        visitor.get("/messages").answers(200).with("it's tea time", "from the second file");
        for (String locale : List.of("en", "de", "de_AT")) {
            visitor.get("/bundles?locale=" + locale).answers(200);
        }
        visitor.get("/bundles?locale=de_AT").with("Schale", "Tee cup", "grün");
    }
}
