package dev.berth.cli.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of the README and the pages of docs in the order in which a reader meets them. */
class DocumentedCommandsIT {

    private static final String LAUNCHER = "cli/bin/berth ";

    @Test
    void everyCommandOfTheReadmeWorks(@TempDir Path directory) throws Exception {
        // Given
        Shell shell = new Shell(
                Shell.root(), Map.of("BERTH_HOME", directory.resolve("home").toString()));
        List<String> commands = commands("README.md");
        assertThat(commands).hasSizeGreaterThanOrEqualTo(7).contains("mvn verify");
        List<String> failures = new ArrayList<>();
        // When
        for (String command : commands) {
            if (command.startsWith(LAUNCHER)) {
                Shell.Result result = shell.berth(
                        fitForATest(command.substring(LAUNCHER.length())).split(" "));
                if (result.exitCode() != 0) {
                    failures.add(command + " -> " + result.exitCode() + " " + result.errors());
                }
            }
        }
        // Then
        assertThat(failures).isEmpty();
    }

    @Test
    void everyJarNamedInTheDocsIsBuilt() throws Exception {
        for (String page : List.of("README.md", "docs/operations.md")) {
            for (String command : commands(page)) {
                for (String word : command.split(" ", -1)) {
                    if (word.endsWith(".jar")) {
                        assertThat(Shell.root().resolve(word))
                                .as(page + ": " + command)
                                .isRegularFile();
                    }
                }
            }
        }
    }

    /** A test takes free ports, and a demo that ends by itself. */
    private static String fitForATest(String arguments) {
        return switch (arguments) {
            case "demo" -> "demo --once";
            case "base start" -> "base start --port 0 --admin-port 0";
            default -> arguments;
        };
    }

    private static List<String> commands(String page) throws Exception {
        List<String> commands = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(Shell.root().resolve(page))) {
            if (line.startsWith("```")) {
                inside = line.equals("```sh");
            } else if (inside && !line.isBlank()) {
                commands.add(line.replaceFirst("\\s+#.*", "").strip());
            }
        }
        return commands;
    }
}
