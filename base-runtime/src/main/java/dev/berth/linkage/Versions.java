package dev.berth.linkage;

import dev.berth.artifact.LibraryCoordinates;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;

/** Compares versions as Maven does, and tells which may stand in for which. */
final class Versions {

    /** Which patches of a minor version may stand in for a later one. */
    enum Patches {
        NOT_OLDER,
        ANY
    }

    /** Libraries without a version come first. */
    static final Comparator<LibraryCoordinates> ORDER = (first, second) -> {
        if (first.version().isEmpty() || second.version().isEmpty()) {
            return Boolean.compare(first.version().isPresent(), second.version().isPresent());
        }
        return compare(first.version().get(), second.version().get());
    };

    private static final Pattern RELEASE = Pattern.compile("(\\d+\\.\\d+)\\.\\d+(?:\\.(?:Final|RELEASE))?");

    private static final GenericVersionScheme SCHEME = new GenericVersionScheme();

    private Versions() {}

    /**
     * Says whether the base's version can stand in for the one that the biz asks for.
     *
     * @param asked the biz's library
     * @param declaredOnly whether the biz leaves the library to the base
     * @param base the base's library
     * @param patches what to think of an older patch in the base
     */
    static Fit fit(LibraryCoordinates asked, boolean declaredOnly, LibraryCoordinates base, Patches patches) {
        Optional<String> ours = base.version();
        if (asked.version().isEmpty()) {
            return declaredOnly
                    ? Fit.yes("The biz leaves the version to the base")
                    : Fit.no("The version of the biz's copy is unknown");
        }
        return ours.isPresent()
                ? fit(asked.version().get(), ours.get(), patches)
                : Fit.no("The version of the base's copy is unknown");
    }

    private static Fit fit(String asked, String base, Patches patches) {
        if (asked.equals(base)) {
            return Fit.yes("Base has the same version");
        }
        if (!major(asked).equals(major(base))) {
            return Fit.no("Base has " + base + ", another major version");
        }
        if (compare(base, asked) >= 0) {
            return Fit.yes("Base has " + base + ", same major and not older");
        }
        return patches == Patches.ANY && minor(asked).equals(minor(base))
                ? Fit.yes("Base has " + base + ", an older patch, and there can be only one")
                : Fit.no("Base has " + base + ", which is older");
    }

    /** The text before the second dot, '11.0' of '11.0.24'; all of what is no plain release. */
    private static String minor(String version) {
        Matcher release = RELEASE.matcher(version);
        return release.matches() ? release.group(1) : version;
    }

    static int compare(String first, String second) {
        return version(first).compareTo(version(second));
    }

    /** The text before the first dot, dash, underscore or plus sign; '33' of '33.5.0-jre'. */
    private static String major(String version) {
        String major = version.split("[.\\-_+]", 2)[0];
        return major.replaceFirst("^[vV]?0*(?=\\d)", "");
    }

    private static Version version(String text) {
        try {
            return SCHEME.parseVersion(text);
        } catch (InvalidVersionSpecificationException e) {
            throw new IllegalStateException("The generic scheme takes any text", e);
        }
    }
}
