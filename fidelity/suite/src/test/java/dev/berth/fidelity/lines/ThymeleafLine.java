package dev.berth.fidelity.lines;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;

/** A guest book, signed. */
public final class ThymeleafLine implements Line {

    @Override
    public String name() {
        return "thymeleaf";
    }

    @Override
    public String shows() {
        return "Thymeleaf pages with fragments, messages, a checked form, flash attributes, links, an error page";
    }

    @Override
    public void visit(Visitor visitor) {

        visitor.get("/").answers(200).with("<title>Guest book</title>", "Nobody yet", "/thymeleaf/book.css");
        String home = visitor.postForm("/guests", "name=Ann&day=2026-05-01")
                .answers(302)
                .header("location");
        visitor.remark("redirect", home);
        visitor.get("/").answers(200).with("Thank you, <b>Ann</b>", "One guest", "Ann, 1 May 2026");
        visitor.get("/").answers(200).with("\"Ann\"");
        visitor.postForm("/guests", "name=B&day=2026-05-01").answers(200).with("size must be between");
        visitor.postForm("/guests", "name=Bob&day=soon").answers(200);
        visitor.get("/", "Accept-Language", "fr").answers(200).with("Livre de visites");
        visitor.get("/broken", "Accept", "text/html").answers(500).with("Error <b>500</b>");
        visitor.get("/book.css").answers(200);
    }
}
