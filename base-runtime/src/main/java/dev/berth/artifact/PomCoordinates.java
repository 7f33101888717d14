package dev.berth.artifact;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Properties;

/**
 * Group and artifact as the path of a {@code META-INF/maven/<group>/<artifact>/pom.properties} tells them; the version
 * is in the file.
 */
record PomCoordinates(String group, String artifact, String path) {

    private static final int SEGMENTS = 5;

    static Optional<PomCoordinates> of(String path) {
        String[] segments = path.split("/", -1);
        return segments.length == SEGMENTS && !segments[2].isEmpty() && !segments[3].isEmpty()
                ? Optional.of(new PomCoordinates(segments[2], segments[3], path))
                : Optional.empty();
    }

    /** Reads the version, unless the file has none or one that the build forgot to fill in. */
    Optional<String> version(JarContents contents) throws IOException {
        Optional<byte[]> file = contents.head(path, LibraryReader.HEAD_BYTES);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        properties.load(new ByteArrayInputStream(file.get()));
        return Optional.ofNullable(properties.getProperty("version"))
                .map(String::strip)
                .filter(version -> !version.isEmpty() && !version.contains("${"));
    }
}
