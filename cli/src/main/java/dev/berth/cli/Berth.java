package dev.berth.cli;

import dev.berth.cli.command.CommandLineRun;
import dev.berth.cli.command.Surroundings;
import dev.berth.cli.output.Screen;
import dev.berth.cli.output.Terminal;
import dev.berth.cli.process.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * The command {@code berth}.
 *
 * <p>Its launcher, bin/berth, passes what only a shell can tell: {@code berth.root}, the source tree; {@code berth.terminal.out} and
 * {@code .err}, whether the outputs are terminals; {@code berth.invoked-as}, how the user wrote the command.
 */
public final class Berth {

    private Berth() {}

    /** Runs a command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLineRun(surroundings()).exitCode(List.of(arguments)));
    }

    private static Surroundings surroundings() {
        Map<String, String> environment = System.getenv();
        Terminal terminal = Terminal.of(System.getProperties(), environment);
        return new Surroundings(
                environment,
                Path.of(System.getProperty("user.home")),
                new Installation(Path.of(System.getProperty("berth.root", ".")), java(environment)),
                System.getProperty("berth.invoked-as", "berth"),
                new Screen(System.out, System.err, terminal),
                Clock.systemUTC());
    }

    /** A base runs on the JDK that the user chose, or else on the one of this command. */
    private static Path java(Map<String, String> environment) {
        String chosen = environment.getOrDefault("JAVA_HOME", "");
        Path java = Path.of(chosen, "bin", "java");
        return !chosen.isBlank() && Files.isExecutable(java)
                ? java
                : Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
