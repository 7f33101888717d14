package dev.berth.cli.client;

import dev.berth.cli.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

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
 * @param guard whether a biz is kept from ending it, as far as it says so
 */
public record Base(
        String version,
        long pid,
        Instant startedAt,
        boolean ready,
        String javaVersion,
        int businessPort,
        int adminPort,
        Optional<Guard> guard) {

    /**
     * Whether a biz is kept from ending the base.
     *
     * @param on whether that is so
     * @param reason why not
     * @param remedy what to do about it
     */
    public record Guard(boolean on, Optional<String> reason, Optional<String> remedy) {

        static Guard from(JsonObject json) {
            return new Guard(json.isTrue("on"), json.optionalText("reason"), json.optionalText("remedy"));
        }
    }

    static Base from(JsonObject json) {
        return new Base(
                json.text("version"),
                json.longNumber("pid"),
                json.instant("startedAt"),
                json.isTrue("ready"),
                json.text("javaVersion"),
                json.integer("businessPort"),
                json.integer("adminPort"),
                json.object("guard").map(Guard::from));
    }
}
