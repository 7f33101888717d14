package dev.berth.fidelity.lines;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;

/** Spring JDBC with a pool of connections. */
public final class JdbcLine implements Line {

    @Override
    public String name() {
        return "jdbc";
    }

    @Override
    public String shows() {
        return "JDBC with HikariCP and H2: scripts, `JdbcClient`, generated keys, declared and programmed transactions, rollback";
    }

    @Override
    public void visit(Visitor visitor) {
        visitor.get("/accounts").answers(200).with("Ann", "Bob");
        visitor.postForm("/accounts", "owner=Cid").answers(200).with("3");
        visitor.postForm("/accounts", "owner=Cid").answers(409).with("DuplicateKeyException");
        visitor.postForm("/move", "from=1&to=2&amount=70").answers(200).with("\"balance\":120");
        visitor.postForm("/move", "from=1&to=2&amount=70").answers(409).with("DataIntegrityViolationException");
        visitor.postForm("/attempt", "id=1&amount=1000").answers(200).with("1030");
        visitor.get("/accounts").answers(200).with("\"balance\":30", "\"balance\":120");
        visitor.get("/pool").answers(200).with("accounts 4 0");
    }
}
