package dev.berth.agent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Puts the agent into an executable jar of Spring Boot: its class at the jar's root, where the JVM looks for it, and its name
 * in the manifest.
 *
 * <p>Other entries keep their order, times and contents; nested jars stay stored, as Spring Boot's loader needs them. The same
 * jar gives the same bytes, and a jar that has the agent already stays as it is. Needs nothing but the JDK.
 */
public final class AgentJar {

    /** The manifest's word for the agent that {@code java -jar} starts. */
    public static final String LAUNCHER_AGENT = "Launcher-Agent-Class";

    private static final String CAN_RETRANSFORM = "Can-Retransform-Classes";
    private static final String LAYERS = "BOOT-INF/layers.idx";
    private static final String CLASS = BaseAgent.class.getName().replace('.', '/') + ".class";

    private AgentJar() {}

    /**
     * Adds the agent to each of the jars named.
     *
     * @throws IllegalArgumentException as {@link #complete} does
     */
    public static void main(String[] jars) {
        for (String jar : jars) {
            complete(Path.of(jar));
        }
    }

    /**
     * Adds the agent in place; the jar is replaced in one step, so that a failure leaves it as it was.
     *
     * @return whether the jar has changed
     * @throws IllegalArgumentException when it is not an executable jar of Spring Boot, or has another agent
     * @throws UncheckedIOException when it can't be read or written
     */
    public static boolean complete(Path jar) {
        try {
            byte[] agent = agent();
            Path whole = jar.resolveSibling(jar.getFileName() + ".guarded");
            try {
                try (ZipFile from = new ZipFile(jar.toFile())) {
                    Manifest manifest = manifest(from, jar);
                    if (isComplete(from, manifest, agent)) {
                        return false;
                    }
                    Attributes attributes = manifest.getMainAttributes();
                    attributes.putValue(LAUNCHER_AGENT, BaseAgent.class.getName());
                    attributes.putValue(CAN_RETRANSFORM, "true");
                    write(from, bytes(manifest), agent, whole);
                }
                Files.move(whole, jar, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(whole);
            }
            return true;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] agent() throws IOException {
        try (InputStream in = AgentJar.class.getResourceAsStream("/" + CLASS)) {
            if (in == null) {
                throw new IllegalStateException("The class of the agent is missing");
            }
            return in.readAllBytes();
        }
    }

    private static Manifest manifest(ZipFile from, Path jar) throws IOException {
        ZipEntry entry = from.getEntry(JarFile.MANIFEST_NAME);
        Manifest manifest = entry == null ? new Manifest() : new Manifest(from.getInputStream(entry));
        Attributes attributes = manifest.getMainAttributes();
        if (attributes.getValue("Spring-Boot-Version") == null || attributes.getValue("Start-Class") == null) {
            throw new IllegalArgumentException(
                    "'" + jar.getFileName() + "' is not an executable jar that Spring Boot's plugin has repackaged");
        }
        String other = attributes.getValue(LAUNCHER_AGENT);
        if (other != null && !other.equals(BaseAgent.class.getName())) {
            throw new IllegalArgumentException("'" + jar.getFileName() + "' has another agent, '" + other + "'");
        }
        return manifest;
    }

    private static boolean isComplete(ZipFile from, Manifest manifest, byte[] agent) throws IOException {
        ZipEntry entry = from.getEntry(CLASS);
        return entry != null
                && manifest.getMainAttributes().getValue(LAUNCHER_AGENT) != null
                && Arrays.equals(content(from, entry), agent);
    }

    private static byte[] bytes(Manifest manifest) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        manifest.write(out);
        return out.toByteArray();
    }

    private static void write(ZipFile from, byte[] manifest, byte[] agent, Path to) throws IOException {
        ZipEntry model = from.getEntry(JarFile.MANIFEST_NAME);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                String name = entry.getName();
                if (name.equals(JarFile.MANIFEST_NAME)) {
                    add(out, deflated(name, entry), manifest);
                } else if (name.equals(LAYERS)) {
                    add(out, deflated(name, entry), withAgent(content(from, entry)));
                } else if (!name.equals(CLASS)) {
                    add(out, copy(entry), content(from, entry));
                }
            }
            add(out, deflated(CLASS, model), agent);
        }
    }

    private static void add(ZipOutputStream out, ZipEntry entry, byte[] content) throws IOException {
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    private static ZipEntry copy(ZipEntry entry) {
        ZipEntry copy = new ZipEntry(entry);
        if (entry.getMethod() == ZipEntry.DEFLATED) {
            copy.setCompressedSize(-1);
        }
        return copy;
    }

    /** Takes the time of another entry, so that the same jar gives the same bytes. */
    private static ZipEntry deflated(String name, ZipEntry model) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(model.getTimeLocal());
        return entry;
    }

    private static byte[] content(ZipFile from, ZipEntry entry) throws IOException {
        try (InputStream in = from.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    /** Names the layer of the class, without which Spring Boot's tools could not part the jar into layers. */
    private static byte[] withAgent(byte[] layers) {
        String line = "  - \"" + CLASS + "\"\n";
        String text = new String(layers, StandardCharsets.UTF_8);
        if (text.contains(line)) {
            return layers;
        }
        String application = "  - \"META-INF/\"\n";
        String before = text.endsWith("\n") ? text : text + "\n";
        int place = before.indexOf(application);
        String after = place < 0
                ? before + line
                : before.substring(0, place + application.length())
                        + line
                        + before.substring(place + application.length());
        return after.getBytes(StandardCharsets.UTF_8);
    }
}
