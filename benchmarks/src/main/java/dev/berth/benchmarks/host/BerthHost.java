package dev.berth.benchmarks.host;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The default base of this build. */
final class BerthHost implements Host {

    private static final JsonMapper JSON = new JsonMapper();

    private final HostProcess process;
    private final String title;
    private final VersionedJar jar;
    private final Path folder;
    private final int port;
    private final JsonCalls admin;
    private final TimedCall rollback;

    private BerthHost(HostProcess process, Jdk jdk, VersionedJar jar, Path folder) {
        this.process = process;
        this.title = "berth, JDK " + jdk.version().feature();
        this.jar = jar;
        this.folder = folder;
        Path file = folder.resolve("home").resolve("base.json");
        process.await("base.json", () -> content(file).path("pid").asLong() == process.pid());
        JsonNode base = content(file);
        this.port = base.get("businessPort").asInt();
        int adminPort = base.get("adminPort").asInt();
        String token = token(folder.resolve("home"));
        this.admin = new JsonCalls(adminPort, token);
        this.rollback = new TimedCall(adminPort, "POST /v1/biz/load/rollback?wait", token);
        process.await("readiness", () -> admin.answers("/readyz"));
    }

    /** Starts a base with a fresh home in the folder. */
    static Host start(Builds builds, Jdk jdk, List<String> settings, Path folder) {
        List<String> arguments = new ArrayList<>(List.of(
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
            BerthHost host = new BerthHost(process, jdk, new VersionedJar(builds.biz(), "Berth-Biz-Version"), folder);
            started = true;
            return host;
        } finally {
            if (!started) {
                process.close();
            }
        }
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void install(int version) {
        upload(version, "");
    }

    @Override
    public void installNoisy() {
        upload(1, "&name=" + VersionedJar.NOISY);
    }

    @Override
    public Map<String, Double> replace(int version) {
        return steps(upload(version, "&strategy=replace"));
    }

    @Override
    public RolledBack rollBack(int version) {
        TimedCall.Answer answer = rollback.send();
        return new RolledBack(answer.nanos(), steps(succeeded(answer.body())));
    }

    @Override
    public void switchTo(int version) {
        succeeded(admin.send(admin.request("/v1/biz/load/active?wait")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"version\":\"" + version + "\"}"))));
        process.await("standby", this::hasStandby);
    }

    /** The version before drains for a moment first, and a rollback in that moment is not one to a standby. */
    private boolean hasStandby() {
        return admin.send(admin.request("/v1/biz/load"))
                .path("revisions")
                .valueStream()
                .anyMatch(revision -> revision.path("state").asString("").equals("STANDBY"));
    }

    private JsonNode upload(int version, String more) {
        Path file = jar.write(version, folder);
        try {
            JsonNode operation = admin.send(admin.request("/v1/biz?wait=60s&fileName=" + file.getFileName() + more)
                    .header("Content-Type", "application/java-archive")
                    .POST(HttpRequest.BodyPublishers.ofFile(file)));
            Files.delete(file);
            return succeeded(operation);
        } catch (FileNotFoundException e) {
            throw new HostException("The jar of version " + version + " is gone", e);
        } catch (IOException e) {
            throw new HostException("The jar of version " + version + " was not deleted", e);
        }
    }

    private static Map<String, Double> steps(JsonNode operation) {
        Map<String, Double> steps = new LinkedHashMap<>();
        operation
                .path("phases")
                .forEach(phase -> steps.merge(
                        phase.path("name").asString(), phase.path("millis").asDouble(), Double::sum));
        return steps;
    }

    private static JsonNode succeeded(JsonNode operation) {
        if (!operation.path("status").asString().equals("succeeded")) {
            throw new HostException("An operation did not succeed: " + operation);
        }
        return operation;
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
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        rollback.close();
        process.close();
    }
}
