package dev.berth.bootstrap;

import dev.berth.testing.BizJar;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Two versions of a biz from one source, which say of themselves that they are {@code V1} and {@code V2}. */
record TwoVersions(Path first, Path second) {

    /**
     * Writes both.
     *
     * @param source the source, with {@code %s} where the version is said
     * @param starters adds the starters that it needs
     */
    static TwoVersions of(String name, String source, Path directory, UnaryOperator<BizJar> starters) {
        return new TwoVersions(
                write(name, "1.0.0", source.formatted("V1"), directory, starters),
                write(name, "2.0.0", source.formatted("V2"), directory, starters));
    }

    private static Path write(
            String name, String version, String source, Path directory, UnaryOperator<BizJar> starters) {
        return starters.apply(BizJar.named(name).version(version).source(source))
                .stock(directory);
    }
}
