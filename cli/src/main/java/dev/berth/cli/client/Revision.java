package dev.berth.cli.client;

import dev.berth.cli.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One installed copy of a biz.
 *
 * @param id its id, {@code name:version#number}
 * @param version its version
 * @param state its state, such as {@code ACTIVE}
 * @param stateDetail what the state says beyond its name, such as the cause of a failure
 * @param layout how its jar is laid out: {@code stock}, {@code slim} or {@code ark}
 * @param digest the SHA-256 digest of its jar
 * @param contextPath the path it is served under, unless it has no web part
 * @param installedAt when its install began
 * @param startMillis how long its start took, unless it has not started
 * @param sharedLibraries how many libraries it shares with the base
 * @param broughtLibraries how many libraries it brings itself
 * @param load how busy it is, unless the base does not say
 * @param troubles what went wrong in it, the newest first
 */
public record Revision(
        String id,
        String version,
        String state,
        Optional<String> stateDetail,
        String layout,
        String digest,
        Optional<String> contextPath,
        Instant installedAt,
        Optional<Double> startMillis,
        int sharedLibraries,
        int broughtLibraries,
        Optional<Load> load,
        List<Trouble> troubles) {

    /** Copies the list. */
    public Revision {
        troubles = List.copyOf(troubles);
    }

    static Revision from(JsonObject json) {
        return new Revision(
                json.text("revision"),
                json.text("version"),
                json.text("state"),
                json.optionalText("stateDetail"),
                json.text("layout"),
                json.text("digest"),
                json.optionalText("contextPath"),
                json.instant("installedAt"),
                json.optionalNumber("startMillis"),
                json.integer("sharedLibraries"),
                json.integer("broughtLibraries"),
                json.object("load").map(Load::from),
                json.objects("troubles", Trouble::from));
    }
}
