package dev.berth.lifecycle;

import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.biz.Digest;
import dev.berth.biz.RevisionId;
import dev.berth.linkage.Linkage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes staged revisions of which nothing exists but their names. */
public final class RevisionFixture {

    private RevisionFixture() {}

    /** Points to a revision, as a swap does. */
    public static void point(RevisionRegistry registry, Revision revision) {
        registry.pointTo(revision);
    }

    /** Points away from a revision, as a stop does. */
    public static void pointAway(RevisionRegistry registry, Revision revision) {
        registry.pointAwayFrom(revision);
    }

    /** Makes a revision that starts, and that a registry knows. */
    public static Revision starting(RevisionRegistry registry, String name, long number) {
        Revision revision = staged(name, number);
        revision.transition(RevisionState.Staged.class, staged -> staged.start(Instant.EPOCH));
        registry.add(revision);
        return revision;
    }

    /** Ends the start of a revision. */
    public static void ready(Revision revision) {
        revision.transition(RevisionState.Starting.class, starting -> starting.ready(Instant.EPOCH));
    }

    public static Revision staged(String name, long number) {
        return staged(name, "1.0", number);
    }

    public static Revision staged(String name, String version, long number) {
        return staged(name, version, number, Map.of());
    }

    public static Revision staged(String name, String version, long number, Map<String, String> manifest) {
        RevisionSpec spec = new RevisionSpec(
                new Digest("0".repeat(64)),
                "stock",
                manifest,
                "com.example.Main",
                List.of(),
                new Linkage(List.of(), List.of()),
                Optional.empty(),
                Optional.empty(),
                Path.of("work"),
                Duration.ofSeconds(1),
                Instant.EPOCH);
        return new Revision(new RevisionId(new BizId(new BizName(name), new BizVersion(version)), number), spec);
    }
}
