package dev.berth.fidelity.lines;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;

/** What ran on other threads. */
public final class AsyncLine implements Line {

    @Override
    public String name() {
        return "async";
    }

    @Override
    public String shows() {
        return "`@Async` with results, failures and without, on a pool configured by settings";
    }

    @Override
    public void visit(Visitor visitor) {

        visitor.postForm("/shout", "text=tea").answers(200).with("TEA, on a thread of the pool: true", "classes: true");
        visitor.get("/failure").answers(200).with("IllegalArgumentException: Failed, on a thread of the pool: true");
        visitor.postForm("/fire", "").answers(200).with("fire: Nobody waits for this");
        visitor.get("/submitted").answers(200);
        visitor.get("/later").answers(200).with("LATER");
    }
}
