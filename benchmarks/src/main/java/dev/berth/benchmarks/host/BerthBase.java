package dev.berth.benchmarks.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The default base of this build, running with a home of its own and nothing installed; closing ends it.
 *
 * @param process its JVM
 * @param title what a report calls it
 * @param port of its business traffic
 * @param adminPort of its admin API
 * @param token what the admin API wants to be shown
 * @param folder where all that it writes lies
 */
record BerthBase(HostProcess process, String title, int port, int adminPort, String token, Path folder)
        implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Starts it and waits until it is ready.
     *
     * @param options of the JVM
     * @param settings of the base
     */
    static BerthBase start(Builds builds, Jdk jdk, List<String> options, List<String> settings, Path folder) {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of(
                "-jar",
                builds.base().toString(),
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--berth.admin.port=0",
                "--berth.home=" + folder.resolve("home")));
        arguments.addAll(settings);
        HostProcess process = HostProcess.start(jdk, folder, arguments);
        boolean started = false;
        try {
            BerthBase base = ready(process, jdk, folder);
            started = true;
            return base;
        } finally {
            if (!started) {
                process.close();
            }
        }
    }

    private static BerthBase ready(HostProcess process, Jdk jdk, Path folder) {
        Path home = folder.resolve("home");
        Path file = home.resolve("base.json");
        process.await("base.json", () -> content(file).path("pid").asLong() == process.pid());
        JsonNode told = content(file);
        BerthBase base = new BerthBase(
                process,
                "berth, JDK " + jdk.version().feature(),
                told.get("businessPort").asInt(),
                told.get("adminPort").asInt(),
                token(home),
                folder);
        process.await("readiness", () -> base.admin().answers("/readyz"));
        return base;
    }

    JsonCalls admin() {
        return new JsonCalls(adminPort, token);
    }

    /** An empty object as long as there is nothing whole to read. */
    private static JsonNode content(Path file) {
        try {
            return Files.exists(file) ? JSON.readTree(Files.readAllBytes(file)) : JSON.createObjectNode();
        } catch (IOException | JacksonException writtenMeanwhile) {
            return JSON.createObjectNode();
        }
    }

    private static String token(Path home) {
        try {
            return Files.readString(home.resolve("admin.token")).strip();
        } catch (IOException e) {
            throw new HostException("The token of the base is not readable", e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
