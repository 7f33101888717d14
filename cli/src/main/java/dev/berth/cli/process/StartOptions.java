package dev.berth.cli.process;

import dev.berth.cli.home.BerthHome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a base is started.
 *
 * @param java the java command
 * @param jar the executable jar of the base application
 * @param home where the base keeps its files
 * @param port the port of business traffic, 0 for a free one, unless the application's own setting applies
 * @param adminPort the port of the admin API, 0 for a free one, unless the usual one applies
 * @param javaOptions options for the JVM of the base
 */
public record StartOptions(
        Path java,
        Path jar,
        BerthHome home,
        Optional<Integer> port,
        Optional<Integer> adminPort,
        List<String> javaOptions) {

    /** Copies the list. */
    public StartOptions {
        javaOptions = List.copyOf(javaOptions);
    }

    List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(javaOptions);
        command.add("-jar");
        command.add(jar.toString());
        port.ifPresent(number -> command.add("--server.port=" + number));
        adminPort.ifPresent(number -> command.add("--berth.admin.port=" + number));
        command.add("--berth.home=" + home.directory());
        return command;
    }
}
