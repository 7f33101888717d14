package dev.berth.fidelity.lines;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;

/** Entities, repositories and transactions on a database in the JVM. */
public final class JpaH2Line implements Line {

    @Override
    public String name() {
        return "jpa-h2";
    }

    @Override
    public String shows() {
        return "Spring Data JPA with Hibernate and H2: relations, queries, projections, pages, auditing, rollback, open session in view";
    }

    @Override
    public void visit(Visitor visitor) {
        visitor.postForm("/books", "author=Ann&title=Tea&year=1999")
                .answers(201)
                .with("{\"books\":1}");
        visitor.postForm("/books", "author=Ann&title=Coffee&year=2005")
                .answers(201)
                .with("{\"books\":2}");
        visitor.postForm("/books", "author=Bob&title=Water&year=2010").answers(201);
        visitor.get("/authors/1").answers(200).with("Tea", "Coffee", "\"modified\":true");
        visitor.get("/authors/99").answers(400);
        visitor.get("/books?author=ANN").answers(200).with("\"authorName\":\"Ann\"");
        visitor.get("/books/published?from=2000&to=2020&size=1&sort=year,desc")
                .answers(200)
                .with("\"total\":2", "Water");
        visitor.get("/books/authors").answers(200).with("[\"Ann\",\"Ann\",\"Bob\"]");
        visitor.postForm("/authors", "name=Ann").answers(409).with("DataIntegrityViolationException");
        visitor.postForm("/books/rename", "author=Ann&suffix=%20again")
                .answers(200)
                .with("2");
        visitor.postForm("/books/rename", "author=Ann&suffix=%20and%20again")
                .answers(400)
                .with("Too long: Coffee again");
        visitor.get("/books?author=Ann").answers(200).with("Tea again\"", "Coffee again\"");
        visitor.send(visitor.request("/books?before=2000").DELETE())
                .answers(200)
                .with("1");
        visitor.get("/books?author=Ann").answers(200).with("Coffee again");
    }
}
