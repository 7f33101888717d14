package dev.berth.benchmarks.host;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A jar of JMH benchmarks, whose libraries lie in the folder {@code lib} beside it.
 *
 * @param jar the jar
 * @param options of the JVM that is measured
 */
record Jmh(Path jar, List<String> options) {

    private static final long LONGEST_MINUTES = 60;

    /**
     * Runs all of them and waits for their end.
     *
     * @param folder where they write
     * @param length how long each is measured
     */
    CallsRun run(Jdk jdk, Path folder, CallsLength length) {
        Path result = folder.resolve("result.json");
        try {
            Process process = new ProcessBuilder(command(jdk, folder, length, result))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output.log").toFile())
                    .start();
            boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            if (!ended || process.exitValue() != 0) {
                throw new HostException("JMH did not come to its end; its output is in '" + folder.getFileName() + "'");
            }
            return CallsRun.read(Files.readString(result));
        } catch (IOException e) {
            throw new HostException("JMH does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HostException("JMH was interrupted", e);
        }
    }

    /** A benchmark that fails ends the run, or its row would be missing without a word. */
    private List<String> command(Jdk jdk, Path folder, CallsLength length, Path result) throws IOException {
        List<String> command = new ArrayList<>(List.of(jdk.java().toString()));
        command.addAll(List.of("-cp", jar + File.pathSeparator + jar.resolveSibling("lib") + "/*"));
        command.addAll(List.of("org.openjdk.jmh.Main", "-f", "1", "-foe", "true", "-tu", "ns"));
        command.addAll(List.of("-wi", String.valueOf(length.warmUps()), "-w", "200ms"));
        command.addAll(List.of("-i", String.valueOf(length.iterations()), "-r", "100ms"));
        command.addAll(List.of("-rf", "json", "-rff", result.toString(), "-jvmArgsAppend", measured(folder)));
        return command;
    }

    private String measured(Path folder) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        return Stream.concat(
                        Stream.of("-Xms512m", "-Xmx512m", "-Duser.home=" + folder, "-Djava.io.tmpdir=" + temporary),
                        options.stream())
                .map(option -> "\"" + option + "\"")
                .collect(Collectors.joining(" "));
    }
}
