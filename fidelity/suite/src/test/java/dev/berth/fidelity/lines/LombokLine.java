package dev.berth.fidelity.lines;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;

/** Methods that nobody wrote. */
public final class LombokLine implements Line {

    @Override
    public String name() {
        return "lombok";
    }

    @Override
    public String shows() {
        return "Classes built by Lombok: `@Value` with `@Jacksonized` builders, `@Data` settings, `@With`, `@SneakyThrows`, `@Slf4j`";
    }

    @Override
    public void visit(Visitor visitor) {
        visitor.postJson("/members", "{\"name\":\"Ann\",\"age\":30,\"skills\":[\"tea\"]}")
                .answers(200)
                .with("\"age\":31", "[\"tea\"]");
        visitor.get("/members").answers(200).with("Ann");
        visitor.get("/members/Ann").answers(200).with("Member(name=Ann, age=31, skills=[tea])");
        visitor.get("/members/Bob").answers(200).with("skills=[none]");
        visitor.postJson("/members", "{\"name\":\"Bob\"}")
                .answers(200)
                .with("TeamProperties(name=Blue, maximum=1) is full");
        visitor.postJson("/members", "{\"nickname\":1}").answers(200);
    }
}
