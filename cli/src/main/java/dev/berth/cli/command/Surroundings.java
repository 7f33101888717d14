package dev.berth.cli.command;

import dev.berth.cli.output.Screen;
import dev.berth.cli.process.Installation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What a command finds around it; the only place where the process's own surroundings come in.
 *
 * @param environment the variables of the environment
 * @param userHome the home directory of the user
 * @param installation where the parts of this copy of Berth are
 * @param invokedAs how the user wrote this command, to write it likewise in what to try next
 * @param screen where to print
 * @param clock tells how old things are
 */
public record Surroundings(
        Map<String, String> environment,
        Path userHome,
        Installation installation,
        String invokedAs,
        Screen screen,
        Clock clock) {

    /** Copies the map. */
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    String variable(String name) {
        return environment.getOrDefault(name, "");
    }
}
