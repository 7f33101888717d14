package dev.berth.fidelity.lines;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;

/** What was heard. */
public final class EventsLine implements Line {

    @Override
    public String name() {
        return "events";
    }

    @Override
    public String shows() {
        return "Application events: those of the start in their order, own ones with order, condition, result and `@Async`; `spring.factories`";
    }

    @Override
    public void visit(Visitor visitor) {

        visitor.get("/start").answers(200).with("ApplicationStartingEvent", "ApplicationReadyEvent");
        visitor.get("/availability").answers(200).with("CORRECT ACCEPTING_TRAFFIC");
        visitor.get("/origin").answers(200).with("post processor of EventsApplication");
        visitor.postForm("/orders", "article=Assam&amount=2").answers(200).with("mail by task-");
        visitor.postForm("/orders", "article=Sencha&amount=20").answers(200);
        visitor.get("/log").answers(200).with("large Sencha");
    }
}
