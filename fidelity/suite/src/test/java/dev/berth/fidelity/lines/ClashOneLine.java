package dev.berth.fidelity.lines;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;

/** One of two that clash. */
public final class ClashOneLine implements Line {

    @Override
    public String name() {
        return "clash-one";
    }

    @Override
    public String shows() {
        return "Commons Lang 3.9, and a class and resources that have the same names as those of clash-two, beside it";
    }

    @Override
    public void visit(Visitor visitor) {
        visitor.get("/who")
                .answers(200)
                .with("\"who\":\"one\"", "\"calls\":1", "\"texts\":1", "The text of one", "The bundle of one");
        visitor.get("/library").answers(200).with("\"resource\":\"3.9\"", "\"version\":\"3.9\"", "[]");
    }
}
