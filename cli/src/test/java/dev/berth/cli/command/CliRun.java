package dev.berth.cli.command;

import dev.berth.cli.fake.FakeBase;
import dev.berth.cli.output.Screen;
import dev.berth.cli.output.Terminal;
import dev.berth.cli.process.Installation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs command lines in surroundings of the test's making and keeps what they printed. */
final class CliRun {

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private Terminal terminal = Terminal.NONE;
    private ByteArrayOutputStream out = new ByteArrayOutputStream();
    private ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** The directory serves as the user's home and as the source tree. */
    CliRun(Path directory) {
        this.directory = directory;
    }

    static CliRun against(FakeBase base, Path directory) {
        return new CliRun(directory).with("BERTH_BASE", base.uri().toString()).with("BERTH_TOKEN", FakeBase.TOKEN);
    }

    CliRun with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    CliRun onTerminal() {
        terminal = new Terminal(true, true, true, 100);
        return this;
    }

    int run(String... arguments) {
        out = new ByteArrayOutputStream();
        err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                environment,
                directory,
                new Installation(directory, Path.of(System.getProperty("java.home"), "bin", "java")),
                "berth",
                new Screen(stream(out), stream(err), terminal),
                Clock.fixed(Instant.parse("2026-01-01T02:00:00Z"), ZoneOffset.UTC));
        return new CommandLineRun(surroundings).exitCode(List.of(arguments));
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
