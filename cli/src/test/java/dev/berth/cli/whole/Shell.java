package dev.berth.cli.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs in the source tree as a person would, and ends those that take too long. */
final class Shell {

    private static final long MINUTES = 5;

    private final Path directory;
    private final Map<String, String> environment;

    Shell(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = Map.copyOf(environment);
    }

    /** Returns the root of the source tree, which the build names. */
    static Path root() {
        return Path.of(System.getProperty("berth-test.root"));
    }

    /** Runs {@code cli/bin/berth} with arguments. */
    Result berth(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(root().resolve("cli/bin/berth").toString());
        command.addAll(List.of(arguments));
        return run(command);
    }

    Result run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("berth-out-", ".txt");
        Path errors = Files.createTempFile("berth-err-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException(command + " did not end in " + MINUTES + " minutes");
            }
            return new Result(process.exitValue(), Files.readString(output), Files.readString(errors));
        } finally {
            process.destroyForcibly();
            Files.delete(output);
            Files.delete(errors);
        }
    }

    /**
     * What a program left behind.
     *
     * @param exitCode its exit code
     * @param output what it wrote to standard output
     * @param errors what it wrote to standard error
     */
    record Result(int exitCode, String output, String errors) {}
}
