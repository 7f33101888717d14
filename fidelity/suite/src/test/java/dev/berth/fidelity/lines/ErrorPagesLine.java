package dev.berth.fidelity.lines;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;

/** Errors of controllers, of a filter and of the container, for browsers and for programs. */
public final class ErrorPagesLine implements Line {

    private static final String[] BROWSER = {"Accept", "text/html"};
    private static final String[] PROGRAM = {"Accept", "application/json"};

    @Override
    public String name() {
        return "error-pages";
    }

    @Override
    public String shows() {
        return "Static error pages, problem details by `@ControllerAdvice`, the whitelabel page and JSON by `Accept`";
    }

    @Override
    public void visit(Visitor visitor) {
        visitor.get("/nowhere", BROWSER).answers(404).with("There is nothing at this address");
        visitor.get("/nowhere", PROGRAM).answers(404);
        for (String what : new String[] {"status", "annotated", "missing", "other"}) {
            visitor.postForm("/throw", "what=" + what, BROWSER);
            visitor.postForm("/throw", "what=" + what, PROGRAM);
        }
        visitor.postForm("/throw", "what=missing").answers(410).with("No such thing");
        visitor.get("/throw", PROGRAM).answers(405);
        visitor.get("/send/403", BROWSER).answers(403).with("Whitelabel Error Page");
        visitor.get("/send/403", PROGRAM).answers(403).with("Sent");
        visitor.get("/send/503", BROWSER).answers(503).with("Something broke");
        visitor.get("/send/number", PROGRAM).answers(400);
        visitor.get("/send/403?filter=reject", PROGRAM).answers(402).with("Pay first");
        visitor.get("/send/403?filter=throw", BROWSER).answers(500).with("Something broke");
        visitor.get("/send/403?filter=throw", PROGRAM).answers(500);
    }
}
