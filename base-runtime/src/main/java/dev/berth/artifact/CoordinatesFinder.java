package dev.berth.artifact;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names a library by its pom.properties, else by its manifest and its file name together.
 *
 * <p>Maven and Gradle name files {@code artifact-version}, and neither part says where it ends; titles in manifests are
 * often prose ('Spring Boot'), and versions in them differ from the published one (Kotlin's). So the manifest mostly
 * tells where to cut the file name, and only stands in for it where the file name has no version.
 */
final class CoordinatesFinder {

    /** Gradle's Nebula plugins write group, artifact and version into the title. */
    private static final Pattern NEBULA = Pattern.compile("([\\w.-]+)#([\\w.-]+);([\\w.+-]+)");

    private static final Pattern FILE_NAME = Pattern.compile("(.+?)-(\\d[\\w.+-]*)");
    private static final Pattern ARTIFACT = Pattern.compile("[\\w.-]+");

    private final String stem;
    private final Attributes manifest;

    CoordinatesFinder(String fileName, Attributes manifest) {
        this.stem = fileName.endsWith(".jar") ? fileName.substring(0, fileName.length() - 4) : fileName;
        this.manifest = manifest;
    }

    /**
     * Picks the pom of the library itself among those of what was shaded into it: the one that its file is named after,
     * else the only one, unless manifest and file name agree on something else.
     */
    Optional<PomCoordinates> choose(List<PomCoordinates> poms) {
        Optional<PomCoordinates> named = poms.stream()
                .filter(pom -> namesFile(pom.artifact()) || namesFile(pom.group() + "-" + pom.artifact()))
                .max(Comparator.comparingInt(pom -> pom.artifact().length()));
        return named.isPresent() || poms.size() != 1 || cutByManifestVersion().isPresent()
                ? named
                : Optional.of(poms.get(0));
    }

    LibraryCoordinates fromPom(PomCoordinates pom, JarContents contents) throws IOException {
        Optional<String> version = pom.version(contents);
        return new LibraryCoordinates(
                Optional.of(pom.group()),
                pom.artifact(),
                version.isPresent() ? version : fromManifestAndName().version());
    }

    LibraryCoordinates fromManifestAndName() {
        return nebula().or(this::cutByManifestVersion)
                .or(this::cutByTitle)
                .or(this::cutByPattern)
                .or(this::manifestAlone)
                .orElseGet(() -> new LibraryCoordinates(Optional.empty(), stem, Optional.empty()));
    }

    /** Spring Boot puts the group first where two libraries would have the same file name. */
    private boolean namesFile(String name) {
        return stem.equals(name)
                || (stem.startsWith(name + "-")
                        && stem.length() > name.length() + 1
                        && Character.isDigit(stem.charAt(name.length() + 1)));
    }

    private Optional<LibraryCoordinates> nebula() {
        return value("Implementation-Title")
                .map(NEBULA::matcher)
                .filter(Matcher::matches)
                .map(title -> LibraryCoordinates.of(title.group(1), title.group(2), title.group(3)));
    }

    private Optional<LibraryCoordinates> cutByManifestVersion() {
        return Stream.of("Implementation-Version", "Bundle-Version")
                .flatMap(name -> value(name).stream())
                .filter(version -> stem.length() > version.length() + 1 && stem.endsWith("-" + version))
                .findFirst()
                .map(version -> named(stem.substring(0, stem.length() - version.length() - 1), version));
    }

    private Optional<LibraryCoordinates> cutByTitle() {
        return value("Implementation-Title")
                .filter(title -> !stem.equals(title) && namesFile(title))
                .map(title -> named(title, stem.substring(title.length() + 1)));
    }

    private Optional<LibraryCoordinates> cutByPattern() {
        Matcher matcher = FILE_NAME.matcher(stem);
        return matcher.matches() ? Optional.of(named(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    private Optional<LibraryCoordinates> manifestAlone() {
        Optional<String> version = value("Implementation-Version").or(() -> value("Bundle-Version"));
        return value("Implementation-Title")
                .or(() -> value("Bundle-SymbolicName").map(name -> name.split(";", 2)[0].strip()))
                .or(() -> value("Automatic-Module-Name"))
                .filter(name -> ARTIFACT.matcher(name).matches())
                .map(name -> new LibraryCoordinates(Optional.empty(), name, version));
    }

    private Optional<String> value(String name) {
        return ManifestReader.value(manifest, name);
    }

    private static LibraryCoordinates named(String artifact, String version) {
        return new LibraryCoordinates(Optional.empty(), artifact, Optional.of(version));
    }
}
