package dev.berth.fidelity.lines;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;

/** What the base lacks and its Spring can work with. */
public final class AddedLibrariesLine implements Line {

    private static final String[] XML = {"Accept", "application/xml"};
    private static final String[] JSON = {"Accept", "application/json"};
    private static final String[] TEXT = {"Accept", "text/plain"};

    @Override
    public String name() {
        return "added-libraries";
    }

    @Override
    public String shows() {
        return "Libraries of its own that Spring has support for: XML by `Accept`, Apache's HTTP client, Quartz, mail";
    }

    @Override
    public void visit(Visitor visitor) {

        visitor.post("/teas", "application/xml", "<Tea><name>Assam</name><minutes>4</minutes></Tea>", XML)
                .answers(200)
                .with("<name>Assam</name>");
        visitor.postJson("/teas", "{\"name\":\"Sencha\",\"minutes\":2}", JSON).answers(200);
        visitor.get("/teas", XML).answers(200).with("<minutes>2</minutes>");
        visitor.get("/teas", JSON).answers(200).with("\"minutes\":4");
        visitor.get("/teas", "Accept", "text/html,application/xml;q=0.9").answers(200);
        visitor.get("/found", TEXT).answers(200).with("Apache-HttpClient");
        visitor.get("/chosen", TEXT).answers(200).with("Apache-HttpClient");
        visitor.postForm("/brew", "tea=Assam", TEXT).answers(200).with("Assam brewed, 2 known");
        visitor.get("/mail", JSON).answers(200).with("Tea is ready", "text/html");
    }
}
