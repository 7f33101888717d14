package dev.berth.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A library that a module needs when it runs.
 *
 * @param coordinates its identity
 * @param classifier what tells it from other jars of that identity, such as an operating system
 * @param file its jar
 */
record Library(Coordinates coordinates, Optional<String> classifier, Path file) {

    /** Returns the file name under which a biz brings it. */
    String fileName() {
        String suffix = classifier.map(value -> "-" + value).orElse("");
        return coordinates.artifact() + "-" + coordinates.version() + suffix + ".jar";
    }

    /** Returns the length of its jar in bytes. */
    long size() throws IOException {
        return Files.size(file);
    }

    @Override
    public String toString() {
        return coordinates + classifier.map(value -> ":" + value).orElse("");
    }
}
