package dev.berth.packaging;

/**
 * The Maven identity of a library, without a classifier.
 *
 * @param group the group
 * @param artifact the artifact
 * @param version the version; {@code SNAPSHOT} rather than a time stamp
 */
record Coordinates(String group, String artifact, String version) {

    @Override
    public String toString() {
        return group + ":" + artifact + ":" + version;
    }
}
