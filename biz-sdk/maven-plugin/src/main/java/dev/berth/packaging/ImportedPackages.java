package dev.berth.packaging;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The packages that a biz takes from plugins of the base.
 *
 * @param patterns a package each, or one and all below it where it ends with {@code .*}
 */
record ImportedPackages(List<String> patterns) {

    private static final Pattern NAME = Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*"
            + "(\\.\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)*(\\.\\*)?");

    ImportedPackages {
        patterns = List.copyOf(patterns);
    }

    /**
     * Reads a list with commas; an empty text stands for none.
     *
     * @throws MojoExecutionException when an entry is no package
     */
    static ImportedPackages parse(String text) throws MojoExecutionException {
        List<String> patterns = Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .toList();
        for (String pattern : patterns) {
            if (!NAME.matcher(pattern).matches()) {
                throw new MojoExecutionException("'" + pattern + "' is not a package that a biz can import. Write"
                        + " com.acme.sdk for one package, com.acme.sdk.* for that and all below it.");
            }
        }
        return new ImportedPackages(patterns);
    }

    /** Returns the value of the manifest's attribute, unless there are none. */
    Optional<String> attribute() {
        return patterns.isEmpty() ? Optional.empty() : Optional.of(String.join(",", patterns));
    }
}
