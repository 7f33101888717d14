package dev.berth.benchmarks.host;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * Makes the jar of any version from the one that the build made: the manifest and the settings name the version, and one of
 * the two colours is taken out, so that odd and even versions differ in their classes.
 *
 * @param template the built jar
 * @param attribute the manifest's attribute that names the version
 */
record VersionedJar(Path template, String attribute) {

    /** The name of the biz that does harm. */
    static final String NOISY = "noisy";

    private static final String SETTINGS = "application.properties";
    private static final String BUILT = "load.version=1\n";
    private static final String BLUE = "dev/berth/load/Blue.class";
    private static final String GREEN = "dev/berth/load/Green.class";

    /** Writes the jar of a version and returns where it is. */
    Path write(int version, Path folder) {
        return write(version, folder.resolve("load-" + version + ".jar"), Map.of(attribute, String.valueOf(version)));
    }

    /** Writes a jar of the peer that is another biz, and returns where it is. */
    Path writeNoisy(Path folder) {
        return write(
                1,
                folder.resolve(NOISY + "-1.jar"),
                Map.of(attribute, "1", "Ark-Biz-Name", NOISY, "web-context-path", NOISY));
    }

    private Path write(int version, Path target, Map<String, String> attributes) {
        try (JarInputStream input = new JarInputStream(Files.newInputStream(template));
                OutputStream file = Files.newOutputStream(target);
                JarOutputStream output = new JarOutputStream(file, manifest(input, attributes))) {
            String leftOut = version % 2 == 0 ? BLUE : GREEN;
            for (ZipEntry entry = input.getNextEntry(); entry != null; entry = input.getNextEntry()) {
                if (!entry.getName().equals(leftOut)) {
                    output.putNextEntry(new ZipEntry(entry.getName()));
                    output.write(content(entry.getName(), input.readAllBytes(), version));
                }
            }
            return target;
        } catch (IOException e) {
            throw new HostException("The jar of version " + version + " was not written", e);
        }
    }

    private static Manifest manifest(JarInputStream input, Map<String, String> attributes) {
        Manifest manifest = new Manifest(input.getManifest());
        attributes.forEach((name, value) -> manifest.getMainAttributes().put(new Attributes.Name(name), value));
        return manifest;
    }

    private static byte[] content(String name, byte[] bytes, int version) {
        if (!name.equals(SETTINGS)) {
            return bytes;
        }
        String settings = new String(bytes, StandardCharsets.UTF_8);
        if (!settings.contains(BUILT)) {
            throw new HostException("The built jar has no '" + BUILT.strip() + "' in its settings");
        }
        return settings.replace(BUILT, "load.version=" + version + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
