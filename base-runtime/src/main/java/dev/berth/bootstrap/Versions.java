package dev.berth.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions that the build writes into a resource. */
final class Versions {

    private static final String RESOURCE = "/dev/berth/bootstrap/versions.properties";

    private Versions() {}

    /** Returns the version of Berth. */
    static String berth() {
        return read("version");
    }

    /** Returns the version of SOFAArk's core. */
    static String ark() {
        return read("ark-version");
    }

    private static String read(String key) {
        Properties properties = new Properties();
        try (InputStream resource = Versions.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("The base-runtime jar lacks its versions; it is damaged");
            }
            properties.load(resource);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return properties.getProperty(key, "unknown");
    }
}
