package dev.berth.fidelity.lines;

import dev.berth.fidelity.AllowedDifference;
import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;
import java.util.List;

/** An application that was not rebuilt for a newer base. */
public final class OlderBootLine implements Line {

    /** What Spring Boot 4.1 looks at and 4.0 did not. */
    private static final List<AllowedDifference> DIFFERENCES = List.of(AllowedDifference.of(
            "condition .+(#jsonFactory|TaskExecutorContextPropagationConfiguration|LazyConnectionDataSourceConfiguration)",
            "\\(none\\)",
            ".+",
            "the base's Spring Boot 4.1 configures it, which looks at more than 4.0"));

    @Override
    public String name() {
        return "older-boot";
    }

    @Override
    public String shows() {
        return "Spring Boot 4.0.8 in a base of 4.1: Thymeleaf, validation, JDBC, rollback";
    }

    @Override
    public void visit(Visitor visitor) {
        visitor.postJson("/entries", "{\"guest\":\"Ann\",\"text\":\"Nice\",\"written\":\"2026-11-21\"}")
                .answers(201);
        visitor.postJson("/entries", "{\"guest\":\"\",\"text\":\"Nice\"}").answers(400);
        visitor.postJson("/entries", "{\"guest\":\"Bob\",\"text\":\"undo this\",\"written\":\"2026-11-21\"}")
                .answers(500);
        visitor.get("/entries").answers(200).with("[{\"guest\":\"Ann\",\"text\":\"Nice\",\"written\":\"2026-11-21\"}]");
        visitor.get("/").answers(200).with("Ann on 2026");
    }

    @Override
    public List<AllowedDifference> differences() {
        return DIFFERENCES;
    }
}
