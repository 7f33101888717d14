package dev.berth.artifact;

import java.util.Comparator;
import java.util.Optional;

/**
 * Names a library as Maven does; a jar doesn't always say its group, nor its version.
 *
 * <p>Ordered by artifact, then group, then the text of the version.
 *
 * @param group the group where it is known
 * @param artifact the artifact
 * @param version the version where it is known
 */
public record LibraryCoordinates(Optional<String> group, String artifact, Optional<String> version)
        implements Comparable<LibraryCoordinates> {

    private static final Comparator<LibraryCoordinates> ORDER = Comparator.comparing(LibraryCoordinates::artifact)
            .thenComparing(coordinates -> coordinates.group.orElse(""))
            .thenComparing(coordinates -> coordinates.version.orElse(""));

    /** Makes coordinates of which everything is known. */
    public static LibraryCoordinates of(String group, String artifact, String version) {
        return new LibraryCoordinates(Optional.of(group), artifact, Optional.of(version));
    }

    /** Returns {@code group:artifact}, or the artifact alone where no group is known. */
    public String name() {
        return group.map(known -> known + ":" + artifact).orElse(artifact);
    }

    @Override
    public int compareTo(LibraryCoordinates other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return name() + version.map(known -> ":" + known).orElse("");
    }
}
