package dev.berth.benchmarks.host;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The default base of this build. */
final class BerthHost implements Host {

    private final BerthBase base;
    private final VersionedJar jar;
    private final JsonCalls admin;
    private final TimedCall rollback;

    private BerthHost(BerthBase base, VersionedJar jar) {
        this.base = base;
        this.jar = jar;
        this.admin = base.admin();
        this.rollback = new TimedCall(base.adminPort(), "POST /v1/biz/load/rollback?wait", base.token());
    }

    /** Starts a base with a fresh home in the folder. */
    static Host start(Builds builds, Jdk jdk, List<String> settings, Path folder) {
        VersionedJar jar = new VersionedJar(builds.biz(), "Berth-Biz-Version");
        return new BerthHost(BerthBase.start(builds, jdk, List.of(), settings, folder), jar);
    }

    @Override
    public String title() {
        return base.title();
    }

    @Override
    public int port() {
        return base.port();
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
        base.process().await("standby", this::hasStandby);
    }

    /** The version before drains for a moment first, and a rollback in that moment is not one to a standby. */
    private boolean hasStandby() {
        return admin.send(admin.request("/v1/biz/load"))
                .path("revisions")
                .valueStream()
                .anyMatch(revision -> revision.path("state").asString("").equals("STANDBY"));
    }

    private JsonNode upload(int version, String more) {
        Path file = jar.write(version, base.folder());
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

    @Override
    public void kill() {
        base.process().kill();
    }

    @Override
    public void close() {
        rollback.close();
        base.close();
    }
}
