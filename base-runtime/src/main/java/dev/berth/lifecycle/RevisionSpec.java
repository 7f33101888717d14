package dev.berth.lifecycle;

import dev.berth.biz.ContextPath;
import dev.berth.biz.Digest;
import dev.berth.linkage.Linkage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a revision is made of, as it was decided before anything of it runs.
 *
 * @param digest the digest of its jar
 * @param layout how its jar is laid out, as callers see it
 * @param manifest the main attributes of its jar's manifest
 * @param mainClass the class whose main starts it
 * @param classPath its own classes and the libraries it brings, in the order in which they are searched
 * @param linkage which libraries it shares and brings
 * @param demandedPath the path that the installer demands; it wins over the biz's own settings
 * @param offeredPath the path that the jar's manifest states; the biz's own settings win over it
 * @param workDirectory a folder of its own, removed with it
 * @param startDeadline how long its start may take
 * @param installedAt when its install began
 */
public record RevisionSpec(
        Digest digest,
        String layout,
        Map<String, String> manifest,
        String mainClass,
        List<Path> classPath,
        Linkage linkage,
        Optional<ContextPath> demandedPath,
        Optional<ContextPath> offeredPath,
        Path workDirectory,
        Duration startDeadline,
        Instant installedAt) {

    public RevisionSpec {
        manifest = Map.copyOf(manifest);
        classPath = List.copyOf(classPath);
    }
}
