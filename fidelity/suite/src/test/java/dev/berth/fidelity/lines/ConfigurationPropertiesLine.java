package dev.berth.fidelity.lines;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;
import java.net.http.HttpRequest;

/** Typed settings, read and changed. */
public final class ConfigurationPropertiesLine implements Line {

    @Override
    public String name() {
        return "configuration-properties";
    }

    @Override
    public String shows() {
        return "`@ConfigurationProperties` as records and beans: relaxed names, units, enums, lists, maps, defaults, `@Value`";
    }

    @Override
    public void visit(Visitor visitor) {

        visitor.get("/shop").answers(200).with("Tea & more", "PT2M", "yunnan/2", "FRIDAY");
        visitor.get("/banner").answers(200).with("Good day", "true");
        visitor.send(visitor.request("/banner?text=Changed").PUT(HttpRequest.BodyPublishers.noBody()))
                .answers(200);
        visitor.get("/banner").answers(200).with("Changed");
        visitor.get("/greeting").answers(200).with("Good day at Tea & more 5");
        visitor.get("/bound?name=assam").answers(200).with("https://assam.example.org/");
        visitor.get("/bound?name=none").answers(500);
    }
}
