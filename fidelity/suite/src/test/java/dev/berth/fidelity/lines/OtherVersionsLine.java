package dev.berth.fidelity.lines;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;

/** Libraries brought beside shared ones. */
public final class OtherVersionsLine implements Line {

    @Override
    public String name() {
        return "other-versions";
    }

    @Override
    public String shows() {
        return "Versions overridden: newer patches of Tomcat, Jackson and Hibernate (the base's serve it), another major version of HikariCP and an old Commons Lang (brought)";
    }

    @Override
    public void visit(Visitor visitor) {
        visitor.get("/versions").answers(200).with("HikariCP 6.3.3 of 10", "Commons Lang 3.12.0");
        visitor.postJson("/tools", "{\"name\":\"saw\",\"use\":\"cut\"}")
                .answers(200)
                .with("\"use\":\"CUT\"");
        visitor.postJson("/tools", "{\"name\":\" \"}").answers(400);
        visitor.postJson("/tools/fail", "{\"name\":\"axe\",\"use\":\"cut\"}")
                .answers(200)
                .with("Undo Axe");
        visitor.get("/tools").answers(200).with("[{\"name\":\"saw\",\"use\":\"CUT\"}]");
        visitor.get("/tools/text").answers(200).with("CUT");
    }
}
