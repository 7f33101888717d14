package dev.berth.testing;

import dev.berth.api.BizIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jar of {@code biz-api}; made from its classes while the build has not packaged it yet. */
final class BizApiJar {

    private final Path location;

    BizApiJar() {
        try {
            location = Path.of(BizIdentity.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns its identity: the version is that of the build. */
    Coordinates coordinates() {
        Path pom = location.getParent().resolveSibling("pom.xml");
        return new Coordinates("dev.berth", "biz-api", MavenPom.read(pom).version());
    }

    /** Returns where its classes are, for the compiler. */
    Path location() {
        return location;
    }

    /** Returns the jar; one that had to be made goes when the JVM ends. */
    Path jar() {
        return Files.isRegularFile(location) ? location : pack();
    }

    private Path pack() {
        PlainJar jar = new PlainJar().identity(coordinates());
        try (Stream<Path> files = Files.walk(location)) {
            List<Path> classes = files.filter(Files::isRegularFile).toList();
            for (Path file : classes) {
                String name = location.relativize(file).toString().replace('\\', '/');
                jar.entry(name, Files.readAllBytes(file));
            }
            Path target =
                    Files.createTempDirectory("biz-api").resolve(coordinates().fileName());
            target.getParent().toFile().deleteOnExit();
            target.toFile().deleteOnExit();
            return jar.write(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
