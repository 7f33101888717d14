package dev.berth.fidelity.lines;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;

/** Bean Validation, with a constraint of the application's own. */
public final class ValidationLine implements Line {

    private static final String GOOD =
            """
            {"customer":"Ann","mail":"ann@example.org","items":[{"sku":"TEA-1","amount":2}]}""";
    private static final String BAD =
            """
            {"customer":" ","mail":"nobody","items":[{"sku":"COFFEE","amount":0}]}""";

    @Override
    public String name() {
        return "validation";
    }

    @Override
    public String shows() {
        return "Bean Validation of bodies, parameters, method calls and settings, with an own constraint and own messages";
    }

    @Override
    public void visit(Visitor visitor) {
        visitor.postJson("/orders", GOOD).answers(201).with("TEA-1");
        visitor.get("/orders/0").answers(200).with("ann@example.org");
        visitor.postJson("/orders", BAD).answers(422).with("items[0].sku is no article number");
        visitor.postJson("/orders", BAD, "Accept-Language", "de").answers(422).with("ist keine Artikelnummer");
        visitor.postJson("/orders", "{\"items\":[]}").answers(422).with("items must not be empty");
        visitor.get("/orders?count=10").answers(200);
        visitor.get("/orders?count=11").answers(400);
        visitor.postForm("/orders/reserve", "amount=5").answers(200).with("5 reserved");
        visitor.postForm("/orders/reserve", "amount=6").answers(409).with("only 5 left");
    }
}
