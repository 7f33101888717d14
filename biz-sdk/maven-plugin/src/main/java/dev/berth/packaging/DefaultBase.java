package dev.berth.packaging;

import dev.berth.packaging.BaseLibraries.Provided;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What the default base provides, without its jar of some 60 MB.
 *
 * <p>The list was written by maven-dependency-plugin when the base was built and is part of this plugin.
 */
final class DefaultBase {

    private static final String LIST = "/META-INF/berth/base-libraries.txt";
    private static final Pattern LINE = Pattern.compile("\\s*([^:\\s]+):([^:\\s]+):jar:([^:\\s]+):[a-z]+\\b.*");

    private DefaultBase() {}

    /**
     * Reads the list.
     *
     * @param version the plugin's version, which is also the base's
     * @throws MojoExecutionException if the plugin was built without its list
     */
    static BaseLibraries read(String version) throws MojoExecutionException {
        try (InputStream in = DefaultBase.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new MojoExecutionException("This build of biz-maven-plugin lacks its list of the default base's"
                        + " libraries. Build it together with base-runtime, or name a base with -Dberth.base.");
            }
            return new BaseLibraries(
                    "the default base " + version,
                    parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()));
        } catch (IOException e) {
            throw new MojoExecutionException("The list of the default base's libraries can't be read", e);
        }
    }

    /** Takes the lines that name a jar without a classifier. */
    static List<Provided> parse(Stream<String> lines) {
        return lines.map(DefaultBase::library).flatMap(Optional::stream).toList();
    }

    private static Optional<Provided> library(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? Optional.of(Provided.of(new Coordinates(matcher.group(1), matcher.group(2), matcher.group(3))))
                : Optional.empty();
    }
}
