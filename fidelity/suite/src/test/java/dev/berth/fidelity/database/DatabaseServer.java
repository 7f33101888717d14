package dev.berth.fidelity.database;

import java.util.Optional;

/** A PostgreSQL server of this run with one empty database; closing it ends it. */
public sealed interface DatabaseServer extends AutoCloseable permits ContainerServer, InstalledServer {

    /** What a run without a server says. */
    String LACKING = "No PostgreSQL: neither does a Docker engine answer that has the image '" + ContainerServer.IMAGE
            + "', nor is a server installed below /usr/lib/postgresql";

    /** Starts a server of whichever kind there is. */
    static Optional<DatabaseServer> start() {
        Optional<DatabaseServer> server = ContainerServer.find().or(InstalledServer::find);
        server.ifPresent(found -> System.out.println("PostgreSQL: " + found));
        return server;
    }

    /** Returns its JDBC address. */
    String url();

    String user();

    String password();

    @Override
    void close();
}
