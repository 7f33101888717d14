package dev.berth.benchmarks.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The JVM of a host. All it writes lies in one folder; it doesn't outlive this JVM. */
final class HostProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final long PAUSE_MILLIS = 20;
    private static final Set<Process> LIVING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> LIVING.forEach(Process::destroyForcibly)));
    }

    private final Process process;
    private final Path log;
    private final Inspection inspection;

    private HostProcess(Process process, Jdk jdk, Path log) {
        this.process = process;
        this.inspection = new Inspection(jdk, process.pid());
        this.log = log;
        LIVING.add(process);
    }

    /**
     * Starts a JVM with the same memory for all.
     *
     * @param folder its working, temporary and home folder; made if missing
     * @param arguments those of {@code java}
     */
    static HostProcess start(Jdk jdk, Path folder, List<String> arguments) {
        Path log = folder.resolve("output.log");
        List<String> command = new ArrayList<>();
        command.add(jdk.java().toString());
        command.addAll(List.of("-Xms512m", "-Xmx512m", "-Duser.home=" + folder));
        try {
            command.add("-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")));
            command.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(name -> name.matches("(BERTH|SPRING|SERVER)_.*"));
            return new HostProcess(builder.start(), jdk, log);
        } catch (IOException e) {
            throw new HostException("The host does not start", e);
        }
    }

    /** Waits until something is so. */
    void await(String what, BooleanSupplier happened) {
        long end = System.nanoTime() + START.toNanos();
        while (!happened.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new HostException("A host that " + (process.isAlive() ? "runs" : "has ended") + " has no " + what
                        + "; its output is in '" + log + "'");
            }
            pause();
        }
    }

    long pid() {
        return process.pid();
    }

    /** Returns a view of it from outside. */
    Inspection inspection() {
        return inspection;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HostException("Interrupted", e);
        }
    }

    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        LIVING.remove(process);
    }
}
