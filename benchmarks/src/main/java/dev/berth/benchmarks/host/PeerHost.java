package dev.berth.benchmarks.host;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Koupleless. It replaces a biz by uninstalling the old version and installing the new one; to install the new one first,
 * its other way, is tried by {@link #installBeside}.
 */
final class PeerHost implements Host, InstallsBeside {

    private final HostProcess process;
    private final String title;
    private final VersionedJar jar;
    private final Path folder;
    private final int port;
    private final JsonCalls admin;
    private int installed;

    private PeerHost(HostProcess process, Jdk jdk, VersionedJar jar, Path folder, PeerPorts ports) {
        this.process = process;
        this.title = "peer, JDK " + jdk.version().feature();
        this.jar = jar;
        this.folder = folder;
        this.port = ports.business();
        this.admin = new JsonCalls(ports.admin(), "");
        process.await("admin port", this::helps);
    }

    /** Starts the peer's base. */
    static PeerHost start(Builds builds, Jdk jdk, List<String> options, List<String> settings, Path folder) {
        PeerPorts ports = PeerPorts.free();
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(ports.options());
        arguments.addAll(List.of("-jar", builds.peerBase().toString()));
        arguments.addAll(settings);
        HostProcess process = HostProcess.start(jdk, folder, arguments);
        boolean started = false;
        try {
            PeerHost host =
                    new PeerHost(process, jdk, new VersionedJar(builds.peerBiz(), "Ark-Biz-Version"), folder, ports);
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
        call(
                "/installBiz",
                body(version) + ",\"bizUrl\":\"" + jar.write(version, folder).toUri() + "\"}");
        installed = version;
    }

    @Override
    public void installNoisy() {
        String url = jar.writeNoisy(folder).toUri().toString();
        call("/installBiz", "{\"bizName\":\"noisy\",\"bizVersion\":\"1\",\"bizUrl\":\"" + url + "\"}");
    }

    @Override
    public Map<String, Double> replace(int version) {
        uninstall();
        install(version);
        return Map.of();
    }

    /** Uninstalls the version that is installed, if there is one. */
    void uninstall() {
        if (installed > 0) {
            call("/uninstallBiz", body(installed) + "}");
            installed = 0;
        }
    }

    /** Returns what the process takes now. */
    Footprint footprint() {
        return process.inspection().footprint(List.of(folder.resolve("tmp")));
    }

    @Override
    public RolledBack rollBack(int version) {
        long began = System.nanoTime();
        replace(version);
        return new RolledBack(System.nanoTime() - began, Map.of());
    }

    @Override
    public void switchTo(int version) {
        replace(version);
    }

    @Override
    public void installBeside(int version) {
        int before = installed;
        install(version);
        call("/uninstallBiz", body(before) + "}");
    }

    private static String body(int version) {
        return "{\"bizName\":\"load\",\"bizVersion\":\"" + version + "\"";
    }

    private void call(String path, String body) {
        JsonNode answer = admin.send(admin.request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
        if (!answer.path("code").asString().equals("SUCCESS")) {
            throw new HostException(path + ": " + cause(answer));
        }
    }

    /** The last cause that its stack trace names, else its message. */
    private static String cause(JsonNode answer) {
        String trace = answer.path("errorStackTrace").asString("");
        int last = trace.lastIndexOf("Caused by: ");
        return last < 0
                ? answer.path("message").asString("")
                : trace.substring(last).lines().findFirst().orElse("");
    }

    private boolean helps() {
        try {
            return admin.send(admin.request("/help").POST(HttpRequest.BodyPublishers.noBody()))
                    .path("code")
                    .asString("")
                    .equals("SUCCESS");
        } catch (HostException notYet) {
            return false;
        }
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }
}
