package dev.berth.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A base in a JVM of its own, on free ports, ready for requests; closing it kills it. */
public final class BaseProcess implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final JvmProcess process;
    private final Path home;
    private final JsonNode descriptor;
    private final Calls business;
    private final AdminCalls admin;

    private BaseProcess(JvmProcess process, Path home) {
        this.process = process;
        this.home = home;
        this.descriptor = await();
        this.business = new Calls(descriptor.get("businessPort").asInt());
        this.admin = new AdminCalls(
                new Calls(descriptor.get("adminPort").asInt()),
                text(home.resolve("admin.token")).strip());
        process.await("readiness", () -> admin.anonymous("/readyz").statusCode() == 200);
    }

    /** Starts the default base and waits until it is ready. */
    public static BaseProcess defaultBase(Path home, String... arguments) {
        return start(home, List.of("-jar", BuiltJars.exec().toString()), arguments);
    }

    /**
     * Starts a base and waits until it is ready.
     *
     * @param home its home; its parent folder is the working directory
     * @param what the options of {@code java} that say what runs
     */
    public static BaseProcess start(Path home, List<String> what, String... arguments) {
        return start(List.of(), home, what, arguments);
    }

    /** Starts a base by a command that runs what follows it. */
    static BaseProcess start(List<String> prefix, Path home, List<String> what, String... arguments) {
        JvmProcess process = begin(prefix, home, what, arguments);
        boolean ready = false;
        try {
            BaseProcess base = new BaseProcess(process, home);
            ready = true;
            return base;
        } finally {
            if (!ready) {
                process.close();
            }
        }
    }

    /** Begins to start a base, which may fail. */
    public static JvmProcess begin(Path home, List<String> what, String... arguments) {
        return begin(List.of(), home, what, arguments);
    }

    private static JvmProcess begin(List<String> prefix, Path home, List<String> what, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--berth.home=" + home,
                // Nobody is disturbed by collections here, and each proof waits for one
                "--berth.leak.gc-interval=100ms",
                "--berth.leak.gc-share=0.5"));
        if (List.of(arguments).stream().noneMatch(argument -> argument.startsWith("--berth.admin.port="))) {
            all.add("--berth.admin.port=0");
        }
        all.addAll(List.of(arguments));
        return JvmProcess.start(prefix, home.toAbsolutePath().getParent(), what, all);
    }

    /** What a killed base has left does not count. */
    private JsonNode await() {
        Path file = home.resolve("base.json");
        process.await("base.json", () -> readable(file).path("pid").asLong() == process.pid());
        return readable(file);
    }

    private static JsonNode readable(Path file) {
        try {
            return Files.exists(file) ? JSON.readTree(Files.readAllBytes(file)) : JSON.createObjectNode();
        } catch (IOException | JacksonException replacedMeanwhile) {
            return JSON.createObjectNode();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public JvmProcess process() {
        return process;
    }

    public Path home() {
        return home;
    }

    /** Returns the port of business traffic. */
    public Calls business() {
        return business;
    }

    public AdminCalls admin() {
        return admin;
    }

    /** Asks the port of business traffic. */
    public HttpResponse<String> get(String path) {
        return business.get(path);
    }

    @Override
    public void close() {
        process.close();
    }
}
