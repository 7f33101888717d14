package dev.berth.linkage;

import dev.berth.artifact.LibraryCoordinates;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;

/** Compares versions as Maven does, and tells which may stand in for which. */
final class Versions {

    /** Libraries without a version come first. */
    static final Comparator<LibraryCoordinates> ORDER = (first, second) -> {
        if (first.version().isEmpty() || second.version().isEmpty()) {
            return Boolean.compare(first.version().isPresent(), second.version().isPresent());
        }
        return compare(first.version().get(), second.version().get());
    };

    private static final GenericVersionScheme SCHEME = new GenericVersionScheme();

    private Versions() {}

    /**
     * Says whether the base's version can stand in for the one that the biz asks for.
     *
     * @param asked the biz's library
     * @param declaredOnly whether the biz leaves the library to the base
     * @param base the base's library
     */
    static Fit fit(LibraryCoordinates asked, boolean declaredOnly, LibraryCoordinates base) {
        Optional<String> ours = base.version();
        if (asked.version().isEmpty()) {
            return declaredOnly
                    ? Fit.yes("The biz leaves the version to the base")
                    : Fit.no("The version of the biz's copy is unknown");
        }
        return ours.isPresent()
                ? fit(asked.version().get(), ours.get())
                : Fit.no("The version of the base's copy is unknown");
    }

    static Fit fit(String asked, String base) {
        if (asked.equals(base)) {
            return Fit.yes("Base has the same version");
        }
        if (!major(asked).equals(major(base))) {
            return Fit.no("Base has " + base + ", another major version");
        }
        return compare(base, asked) >= 0
                ? Fit.yes("Base has " + base + ", same major and not older")
                : Fit.no("Base has " + base + ", which is older");
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
