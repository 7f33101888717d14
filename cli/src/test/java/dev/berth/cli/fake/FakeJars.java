package dev.berth.cli.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Jars for tests: a base that {@code java -jar} starts, and files that only look like modules. */
public final class FakeJars {

    private FakeJars() {}

    /** Packs the fake base; its classes need the JDK alone. */
    public static Path base(Path file) throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Name.MAIN_CLASS, FakeBaseProcess.class.getName());
        Path classes = Path.of(FakeBase.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve("dev/berth/cli/fake");
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest);
                DirectoryStream<Path> all = Files.newDirectoryStream(classes, "*.class")) {
            for (Path one : all) {
                jar.putNextEntry(new ZipEntry("dev/berth/cli/fake/" + one.getFileName()));
                try (InputStream in = Files.newInputStream(one)) {
                    in.transferTo(jar);
                }
            }
        }
        return file;
    }

    /** Writes a file of so many bytes; the fake base never opens a module. */
    public static Path biz(Path file, int bytes) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, new byte[bytes]);
    }
}
