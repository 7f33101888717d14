package dev.berth.packaging;

import java.util.List;
import java.util.Optional;

/**
 * What a base provides.
 *
 * @param name how the base is called in messages
 * @param provided its libraries, each once
 */
record BaseLibraries(String name, List<Provided> provided) {

    BaseLibraries {
        provided = List.copyOf(provided);
    }

    /** Returns the version that the base has of a library. */
    Optional<String> versionOf(Coordinates coordinates) {
        return provided.stream()
                .flatMap(library -> library.versionFor(coordinates).stream())
                .findFirst();
    }

    /**
     * One library of a base.
     *
     * @param group its group, if the base tells it: the name of a nested jar holds none
     * @param fileName its name as a jar file, {@code artifact-version.jar}
     */
    record Provided(Optional<String> group, String fileName) {

        static Provided of(Coordinates coordinates) {
            return new Provided(
                    Optional.of(coordinates.group()), coordinates.artifact() + "-" + coordinates.version() + ".jar");
        }

        private Optional<String> versionFor(Coordinates wanted) {
            String prefix = wanted.artifact() + "-";
            boolean same = fileName.startsWith(prefix)
                    && fileName.endsWith(".jar")
                    && group.map(wanted.group()::equals).orElse(true);
            return same
                    ? Optional.of(fileName.substring(prefix.length(), fileName.length() - ".jar".length()))
                            .filter(version -> !version.isEmpty() && Character.isDigit(version.charAt(0)))
                    : Optional.empty();
        }
    }
}
