package dev.berth.fidelity.lines;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;

/** An application without a line of Java. */
public final class KotlinLine implements Line {

    @Override
    public String name() {
        return "kotlin";
    }

    @Override
    public String shows() {
        return "Kotlin with `kotlin-reflect` and Jackson's Kotlin module: data classes, defaults, null safety, sealed types, settings";
    }

    @Override
    public void visit(Visitor visitor) {
        visitor.postJson("/plants", "{\"name\":\"rose\"}").answers(200).with("\"bed\":\"north\"", "\"height\":null");
        visitor.postJson("/plants", "{\"name\":\"oak\",\"bed\":\"south\",\"height\":30}")
                .answers(200);
        visitor.postJson("/plants", "{\"bed\":\"south\"}").answers(400);
        visitor.get("/plants").answers(200).with("rose", "oak");
        visitor.get("/plants?bed=south").answers(200).with("[{\"name\":\"oak\"");
        visitor.get("/plants/oak").answers(200).with("\"room\":5");
        visitor.get("/plants/fir").answers(404).with("No fir in Eden");
        visitor.get("/kotlin").answers(200).with("component1", "component3");
    }
}
