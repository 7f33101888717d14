package dev.berth.broker;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.util.Optional;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.VersionConstraint;

/**
 * The versions of a contract that a consumer takes, in Maven's notation: {@code [1.0,2)}, {@code [1.5,)}, or one version alone.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class VersionRange {

    private static final GenericVersionScheme SCHEME = new GenericVersionScheme();
    private static final VersionRange ANY = new VersionRange("", Optional.empty());

    private final String text;
    private final Optional<VersionConstraint> constraint;

    private VersionRange(String text, Optional<VersionConstraint> constraint) {
        this.text = text;
        this.constraint = constraint;
    }

    /**
     * Reads a range; an empty text stands for all versions.
     *
     * @throws BerthException with SPI_PATTERN_INVALID when the text is none
     */
    public static VersionRange parse(String text) {
        if (text.isBlank()) {
            return ANY;
        }
        try {
            return new VersionRange(text.trim(), Optional.of(SCHEME.parseVersionConstraint(text.trim())));
        } catch (InvalidVersionSpecificationException broken) {
            throw new BerthException(
                    ErrorCode.SPI_PATTERN_INVALID,
                    "'" + text + "' is not a range of versions",
                    "Write it as Maven does: [1.0,2) from 1.0 to before 2, [1.5,) from 1.5 on, or a version alone.");
        }
    }

    /** Tells whether a version lies in the range. */
    public boolean has(String version) {
        return constraint
                .map(range -> {
                    try {
                        return contains(range, version);
                    } catch (InvalidVersionSpecificationException unreadable) {
                        return false;
                    }
                })
                .orElse(true);
    }

    private static boolean contains(VersionConstraint range, String version)
            throws InvalidVersionSpecificationException {
        return range.containsVersion(SCHEME.parseVersion(version));
    }

    /** Returns the range as it was written; empty for all versions. */
    @Override
    public String toString() {
        return text;
    }
}
