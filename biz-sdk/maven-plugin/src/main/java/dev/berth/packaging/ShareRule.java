package dev.berth.packaging;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** The rule by which a base decides at install time, asked here at build time: same major version, base's not older. */
final class ShareRule {

    private static final Pattern MAJOR = Pattern.compile("\\d+");

    private ShareRule() {}

    /** Says whether a library built against one version runs with the version that the base has. */
    static boolean isMet(String wanted, String provided) {
        if (wanted.equals(provided)) {
            return true;
        }
        return major(wanted).equals(major(provided))
                && new ComparableVersion(provided).compareTo(new ComparableVersion(wanted)) >= 0;
    }

    private static String major(String version) {
        Matcher matcher = MAJOR.matcher(version);
        return matcher.lookingAt() ? matcher.group() : version;
    }
}
