package dev.berth.cli.client;

import dev.berth.cli.json.JsonObject;
import java.time.Instant;

/**
 * A running base.
 *
 * @param version the version of Berth
 * @param pid the id of its process
 * @param startedAt when it began to start
 * @param ready whether it has finished its start
 * @param javaVersion the version of its JVM
 * @param businessPort the port of business traffic
 * @param adminPort the port of the admin API
 */
public record Base(
        String version,
        long pid,
        Instant startedAt,
        boolean ready,
        String javaVersion,
        int businessPort,
        int adminPort) {

    static Base from(JsonObject json) {
        return new Base(
                json.text("version"),
                json.longNumber("pid"),
                json.instant("startedAt"),
                json.isTrue("ready"),
                json.text("javaVersion"),
                json.integer("businessPort"),
                json.integer("adminPort"));
    }
}
