package dev.berth.fidelity.lines;

import dev.berth.fidelity.AllowedDifference;
import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;
import java.util.List;

/** Static resources, from its own folders and from a jar. */
public final class WebjarsLine implements Line {

    @Override
    public String name() {
        return "webjars";
    }

    @Override
    public String shows() {
        return "Webjars by version and without, a welcome page, its own static resources, caching, ranges and versioned names";
    }

    @Override
    public void visit(Visitor visitor) {

        visitor.get("/").answers(200).with("Welcome");
        String library = "/webjars/jquery/3.7.1/jquery.min.js";
        String modified =
                visitor.get(library).answers(200).with("jQuery v3.7.1").header("last-modified");
        visitor.get("/webjars/jquery/jquery.min.js").answers(200).with("jQuery v3.7.1");
        visitor.get(library, "If-Modified-Since", modified).answers(304);
        visitor.get(library, "Range", "bytes=0-99").answers(206).with("jQuery");
        visitor.get("/webjars/jquery/").answers(404);
        visitor.get("/webjars/other/1/other.js").answers(404);
        visitor.get("/style/plain.css").answers(200).with("green");
        visitor.get("/style/plain-f6ff54d1ab8fd5ac9b5f9b4d4e3eb0bd.css");
        visitor.get("/menu.tea").answers(200).with("Assam").header("content-type");
        visitor.get("/public.txt").answers(200).with("From the folder public");
        visitor.get("/../application.yaml");
        visitor.get("/paths?folder=/webjars/jquery").answers(200).with("3.7.1");
        visitor.get("/length?path=" + library).answers(200).with("87533");
        visitor.get("/type?name=x.tea").answers(200);
    }

    @Override
    public List<AllowedDifference> differences() {
        return List.of(AllowedDifference.of(
                "property spring.web.resources.chain.enabled",
                "\\(none\\)",
                "true",
                "a setting says what Spring Boot tells by the locator of webjars"));
    }
}
