package dev.berth.fidelity.lines;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;

/** An application that Gradle's task packed. */
public final class GradleLine implements Line {

    @Override
    public String name() {
        return "gradle";
    }

    @Override
    public String shows() {
        return "A jar written by the task `bootJar` of Spring Boot's Gradle plugin";
    }

    @Override
    public void visit(Visitor visitor) {
        visitor.get("/title").answers(200).with("From Gradle");
        visitor.postJson("/notes", "{\"id\":1,\"text\":\"tea\"}").answers(201);
        visitor.get("/notes/1").answers(200).with("\"Tea\"");
        visitor.postJson("/notes", "{\"id\":1,\"text\":\"milk\"}").answers(500);
    }
}
