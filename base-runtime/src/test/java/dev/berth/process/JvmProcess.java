package dev.berth.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * A JVM of its own, run by the JDK that runs the test; closing it kills it. None outlives the JVM of the tests.
 *
 * <p>Its temporary files lie in a folder of the test, where a killed process may leave them.
 */
public final class JvmProcess implements AutoCloseable {

    /** A machine that builds several things at once may need a minute for what takes seconds; an end is noticed at once. */
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private static final Set<Process> LIVING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> LIVING.forEach(Process::destroyForcibly)));
    }

    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final Thread reader;

    private JvmProcess(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "output-of-" + process.pid());
        LIVING.add(process);
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts {@code java <what> <arguments>}. */
    public static JvmProcess start(Path folder, List<String> what, List<String> arguments) {
        return start(List.of(), folder, what, arguments);
    }

    /** Starts {@code <prefix> java <what> <arguments>}. */
    static JvmProcess start(List<String> prefix, Path folder, List<String> what, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx256m"));
        try {
            command.add("-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")));
            command.addAll(what);
            command.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.directory(folder.toFile());
            Map<String, String> environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("BERTH_") || name.startsWith("SPRING_"));
            return new JvmProcess(builder.start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs a command to its end and returns its output. */
    public static JvmProcess run(Path folder, List<String> what, List<String> arguments) {
        JvmProcess process = start(folder, what, arguments);
        process.awaitExit();
        return process;
    }

    /** Returns the options that name a class path and a main class. */
    public static List<String> main(String mainClass, List<Path> classPath) {
        String joined = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return List.of("-cp", joined, mainClass);
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
            }
        } catch (IOException closed) {
            output.append("(no more output)\n");
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Returns what it has written so far, both streams in one. */
    public String output() {
        return output.toString();
    }

    /** Waits for something that this process does; fails with its output when it does not happen. */
    public void await(String what, BooleanSupplier happened) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                String state = process.isAlive() ? "still runs" : "has ended with " + process.exitValue();
                throw new IllegalStateException("No '" + what + "'; the process " + state + ":\n" + output());
            }
            pause();
        }
    }

    /** Sends SIGTERM; by the handle, since the process itself would close its output too. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** Sends SIGKILL and waits for the end. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** Waits for the end and all of the output; returns the exit code. */
    public int awaitExit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The process does not end:\n" + output());
            }
            reader.join(PATIENCE.toMillis());
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitExit();
        LIVING.remove(process);
    }
}
