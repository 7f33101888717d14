package dev.berth.fidelity.lines;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;

/** Migrations found on the class path. */
public final class FlywayLine implements Line {

    @Override
    public String name() {
        return "flyway";
    }

    @Override
    public String shows() {
        return "Flyway: migrations in SQL and in Java from two locations, a placeholder, a repeatable one";
    }

    @Override
    public void visit(Visitor visitor) {
        visitor.get("/migrations")
                .answers(200)
                .with(
                        "1 SQL V1__Create.sql SUCCESS",
                        "2 SQL V2__Place.sql",
                        "3 JDBC db.migration.V3__Fill",
                        "R__View.sql");
        visitor.get("/stock").answers(200).with("article-1 10 cellar");
        visitor.postForm("/stock", "article=tea&amount=7").answers(200);
        visitor.get("/stock").answers(200).with("tea 7 cellar");
        visitor.postForm("/migrate", "").answers(200).with("0");
    }
}
