package dev.berth.artifact;

import dev.berth.biz.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds jars of a few hundred bytes that are real ones: what the plugins of the builds write, and what they never would. */
final class TinyJar {

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();

    static TinyJar jar() {
        return new TinyJar();
    }

    /** An executable jar as spring-boot-maven-plugin writes it, without the libraries. */
    static TinyJar stock() {
        return jar().manifest("Main-Class", "org.springframework.boot.loader.launch.JarLauncher")
                .manifest("Start-Class", "shop.ShopApplication")
                .manifest("Spring-Boot-Version", "4.1.1")
                .manifest("Implementation-Title", "shop")
                .manifest("Implementation-Version", "1.2.3")
                .entry("org/springframework/boot/loader/launch/JarLauncher.class", "loader")
                .entry("BOOT-INF/classes/shop/ShopApplication.class", classFile(61));
    }

    /** A slim jar as biz-maven-plugin writes it. */
    static TinyJar slim() {
        return jar().manifest("Berth-Biz-Name", "pricing")
                .manifest("Berth-Biz-Version", "2.0.0")
                .manifest("Start-Class", "pricing.PricingApplication")
                .entry("pricing/PricingApplication.class", classFile(61));
    }

    /** A jar as sofa-ark-maven-plugin 3.1.11 writes it. */
    static TinyJar ark() {
        return jar().manifest("Main-Class", "probe.ProbeApplication")
                .manifest("Start-Class", "probe.ProbeApplication")
                .manifest("Ark-Biz-Name", "probe")
                .manifest("Ark-Biz-Version", "1.2.3")
                .manifest("priority", "100")
                .manifest("web-context-path", "/")
                .manifest("declared-libraries", "")
                .entry("probe/ProbeApplication.class", classFile(61))
                .entry(Layout.ARK_BIZ_MARK, "a mark file included in sofa-ark module.");
    }

    /** A library that tells its coordinates as Maven's do. */
    static byte[] mavenLibrary(String group, String artifact, String version, String... classes) {
        TinyJar library = jar().manifest("Created-By", "Maven JAR Plugin")
                .entry(
                        "META-INF/maven/" + group + "/" + artifact + "/pom.properties",
                        "groupId=" + group + "\nartifactId=" + artifact + "\nversion=" + version + "\n");
        for (String name : classes) {
            library.entry(name + ".class", classFile(52));
        }
        return library.bytes();
    }

    /** A library that tells its coordinates by manifest and file name only, as Gradle's do. */
    static byte[] gradleLibrary(String title, String version, String... classes) {
        TinyJar library = jar().manifest("Implementation-Title", title).manifest("Implementation-Version", version);
        for (String name : classes) {
            library.entry(name + ".class", classFile(52));
        }
        return library.bytes();
    }

    static byte[] classFile(int major) {
        return ByteBuffer.allocate(16)
                .putInt(0xCAFEBABE)
                .putShort((short) 0)
                .putShort((short) major)
                .array();
    }

    TinyJar manifest(String key, String value) {
        attributes.put(key, value);
        return this;
    }

    TinyJar withoutManifest(String key) {
        attributes.remove(key);
        return this;
    }

    TinyJar entry(String name, String content) {
        return entry(name, content.getBytes(StandardCharsets.UTF_8));
    }

    TinyJar entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    TinyJar folder(String name) {
        return entry(name + "/", new byte[0]);
    }

    /** Nested libraries are stored, everything else is deflated, as all plugins do. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            if (!attributes.isEmpty()) {
                out.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
                manifest().write(out);
                out.closeEntry();
            }
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                write(out, entry.getKey(), entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Artifact in(Path folder) {
        return artifact(folder, bytes());
    }

    static Artifact artifact(Path folder, byte[] bytes) {
        try {
            MessageDigest sha256 = IncomingFile.sha256();
            sha256.update(bytes);
            Digest digest = IncomingFile.digest(sha256);
            Path file = Files.write(folder.resolve(digest.abbreviated() + ".jar"), bytes);
            return new Artifact(digest, file, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach((key, value) -> manifest.getMainAttributes().putValue(key, value));
        return manifest;
    }

    private static void write(ZipOutputStream out, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        if (name.endsWith(".jar")) {
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
        }
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
