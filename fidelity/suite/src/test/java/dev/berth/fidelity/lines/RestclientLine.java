package dev.berth.fidelity.lines;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;

/** Calls of the application itself. */
public final class RestclientLine implements Line {

    @Override
    public String name() {
        return "restclient";
    }

    @Override
    public String shows() {
        return "`RestClient` and HTTP interfaces, with settings for their groups, failures and timeouts";
    }

    @Override
    public void visit(Visitor visitor) {

        visitor.postForm("/call", "times=2&text=tea").answers(200).with("teatea", "RestClient");
        visitor.postForm("/proxied", "times=3&text=a").answers(200).with("aaa", "nobody");
        visitor.postForm("/call", "times=-1&text=tea").answers(500).with("Called service");
        visitor.get("/grouped").answers(200).with("http://127.0.0.1:1/echo");
        visitor.get("/patience").answers(200).with("HttpTimeoutException");
    }
}
