package dev.berth.fidelity.lines;

import dev.berth.fidelity.AllowedDifference;
import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;
import java.net.http.HttpRequest;
import java.util.List;

/** Settings from several files. */
public final class ConfigImportLine implements Line {

    private static final String ORIGIN = "the origin of a setting names the file in the jar but not the jar";

    @Override
    public String name() {
        return "config-import";
    }

    @Override
    public String shows() {
        return "`spring.config.import` of files in the jar, nested and optional, `@PropertySource`, placeholders, origins";
    }

    @Override
    public void visit(Visitor visitor) {

        for (String key : List.of("price", "tax", "old", "label", "none")) {
            visitor.get("/settings/" + key).answers(200);
            visitor.get("/origins/" + key).answers(200);
        }
        visitor.get("/settings/label").answers(200).with("2 EUR, each, one at a time");
        visitor.send(visitor.request("/settings/label").PUT(HttpRequest.BodyPublishers.ofString("only ${tax}")))
                .answers(200);
        visitor.get("/settings/label").answers(200).with("only 19");
    }

    @Override
    public List<AllowedDifference> differences() {
        return List.of(
                AllowedDifference.of(
                        ".+/origins/.+: body",
                        "class path resource .+ from config-import-1.0.0.jar - .+",
                        "class path resource [^ ]+ - .+",
                        ORIGIN),
                AllowedDifference.of(".+/origins/.+: header content-length", "\\d+", "\\d+", ORIGIN));
    }
}
