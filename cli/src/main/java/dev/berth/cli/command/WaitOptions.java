package dev.berth.cli.command;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a command waits for the operation that it began. */
final class WaitOptions {

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            defaultValue = "90s",
            converter = DurationConverter.class,
            description = "How long to wait for the end. The operation goes on when it is over. Default: 90s.")
    @SuppressWarnings("NullAway.Init") // Picocli sets the default
    private Duration wait;

    @Option(names = "--no-wait", description = "Return as soon as the base has begun.")
    private boolean noWait;

    Duration time() {
        return wait;
    }

    boolean none() {
        return noWait;
    }
}
