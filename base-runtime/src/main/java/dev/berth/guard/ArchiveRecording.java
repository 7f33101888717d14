package dev.berth.guard;

import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * Tells whether this run of the JVM records what goes into an AOT cache.
 *
 * <p>A class that has been changed can't go into the cache, and without {@code Runtime} or {@code System} the JVM aborts when it
 * writes one. A JVM that uses a cache has no such trouble.
 */
final class ArchiveRecording {

    private static final List<String> OPTIONS =
            List.of("-XX:AOTCacheOutput=", "-XX:AOTConfiguration=", "-XX:AOTMode=record", "-XX:AOTMode=create");

    private ArchiveRecording() {}

    static boolean isOn() {
        return isIn(ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    static boolean isIn(List<String> arguments) {
        return arguments.stream().anyMatch(argument -> OPTIONS.stream().anyMatch(argument::startsWith));
    }
}
