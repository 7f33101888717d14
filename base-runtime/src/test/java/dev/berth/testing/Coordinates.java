package dev.berth.testing;

/**
 * The Maven identity of a library.
 *
 * @param group the group
 * @param artifact the artifact
 * @param version the version
 */
public record Coordinates(String group, String artifact, String version) {

    /** Reads {@code group:artifact:version}. */
    public static Coordinates parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("'" + text + "' is not group:artifact:version");
        }
        return new Coordinates(parts[0], parts[1], parts[2]);
    }

    /** Returns the name that Maven gives to the jar. */
    public String fileName() {
        return artifact + "-" + version + ".jar";
    }

    @Override
    public String toString() {
        return group + ":" + artifact + ":" + version;
    }
}
