package dev.berth.cli.home;

import dev.berth.cli.error.CliException;
import dev.berth.cli.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What a base wrote into its home when it was ready.
 *
 * @param pid the id of its process
 * @param businessPort the port of business traffic
 * @param adminPort the port of the admin API
 * @param adminAddress the address that the admin API listens on
 * @param startedAt when the base began to start
 * @param version the version of Berth
 */
public record BaseRecord(
        long pid, int businessPort, int adminPort, String adminAddress, Instant startedAt, String version) {

    /** Reads a record, unless a member is missing or damaged. */
    static Optional<BaseRecord> read(JsonObject json) {
        try {
            return Optional.of(new BaseRecord(
                    json.longNumber("pid"),
                    json.integer("businessPort"),
                    json.integer("adminPort"),
                    json.text("adminAddress"),
                    json.instant("startedAt"),
                    json.text("version")));
        } catch (CliException e) {
            return Optional.empty();
        }
    }

    /** Returns where this machine reaches the admin API; an address that means 'all' becomes loopback. */
    public URI adminUri() {
        return uri(adminPort);
    }

    private URI uri(int port) {
        String host =
                switch (adminAddress) {
                    case "", "0.0.0.0", "::", "0:0:0:0:0:0:0:0" -> "127.0.0.1";
                    default -> adminAddress.contains(":") ? "[" + adminAddress + "]" : adminAddress;
                };
        return URI.create("http://" + host + ":" + port);
    }
}
