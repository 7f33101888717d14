package dev.berth.fidelity.lines;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;
import dev.berth.fidelity.database.DatabaseServer;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Entities on a database server, and what only that server has. */
public final class JpaPostgresqlLine implements Line {

    private @Nullable Optional<DatabaseServer> server;

    @Override
    public String name() {
        return "jpa-postgresql";
    }

    @Override
    public String shows() {
        return "Spring Data JPA with Hibernate and PostgreSQL: JSON, arrays, identities, native queries, constraints, rollback";
    }

    @Override
    public Optional<String> lacking() {
        return server().isPresent() ? Optional.empty() : Optional.of(DatabaseServer.LACKING);
    }

    @Override
    public Map<String, String> settings() {
        DatabaseServer running = server().orElseThrow();
        return Map.of(
                "spring.datasource.url", running.url(),
                "spring.datasource.username", running.user(),
                "spring.datasource.password", running.password());
    }

    @Override
    public synchronized void end() {
        if (server != null) {
            server.ifPresent(DatabaseServer::close);
        }
    }

    private static String code(int number) {
        return "00000000-0000-0000-0000-00000000000" + number;
    }

    private static String parcel(int number, String colour) {
        return """
                {"code":"%s","labels":{"colour":"%s"},"stops":["Ulm","Bonn"],"due":"2026-11-21T12:00:00Z"}"""
                .formatted(code(number), colour);
    }

    private synchronized Optional<DatabaseServer> server() {
        if (server == null) {
            server = DatabaseServer.start();
        }
        return server;
    }

    @Override
    public void visit(Visitor visitor) {
        visitor.get("/database").answers(200).with("PostgreSQL");
        visitor.postJson("/parcels", parcel(1, "Red")).answers(201).with("\"id\":1", "\"WAITING\"");
        visitor.postJson("/parcels", parcel(2, "blue")).answers(201).with("\"stops\":[\"Ulm\",\"Bonn\"]");
        visitor.postJson("/parcels", parcel(2, "green")).answers(409).with("org.postgresql.util.PSQLException");
        visitor.get("/parcels?colour=RED").answers(200).with(code(1));
        visitor.postJson("/parcels/send", "[\"" + code(1) + "\",\"" + code(7) + "\"]")
                .answers(404);
        visitor.get("/parcels/" + code(1)).answers(200).with("\"WAITING\"", "\"colour\":\"Red\"");
        visitor.postJson("/parcels/send", "[\"" + code(1) + "\",\"" + code(2) + "\"]")
                .answers(200)
                .with("2");
        visitor.get("/parcels/" + code(2)).answers(200).with("\"SENT\"");
    }
}
