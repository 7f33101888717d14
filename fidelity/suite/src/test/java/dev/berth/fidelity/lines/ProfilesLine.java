package dev.berth.fidelity.lines;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;

/** Settings and beans of a profile. */
public final class ProfilesLine implements Line {

    @Override
    public String name() {
        return "profiles";
    }

    @Override
    public String shows() {
        return "Profiles: active, included and grouped; files, documents and beans by profile";
    }

    @Override
    public void visit(Visitor visitor) {

        visitor.get("/profiles").answers(200).with("green", "kitchen", "china", "japan");
        visitor.get("/teas").answers(200).with("[\"Sencha\"]");
        visitor.get("/settings").answers(200).with("\"temperature\":\"80\"", "\"minutes\":\"2\"", "yunomi");
        visitor.post("/accepts", "text/plain", "green & !black").answers(200).with("true");
        visitor.post("/accepts", "text/plain", "black | default").answers(200).with("false");
    }
}
