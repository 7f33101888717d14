package dev.berth.fidelity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the modules before this one have built. */
public final class Built {

    private Built() {}

    /** Returns the root of the whole project. */
    public static Path root() {
        String root = System.getProperty("berth-test.root");
        if (root == null) {
            throw new IllegalStateException("No 'berth-test.root'; run this test with mvn verify");
        }
        return Path.of(root);
    }

    /** Returns the jar of an application below {@code fidelity/apps}. */
    public static Path app(String name) throws IOException {
        Path folder = root().resolve("fidelity/apps").resolve(name).resolve("target");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> jars = files.filter(
                                file -> file.getFileName().toString().endsWith(".jar"))
                        .toList();
                if (jars.size() == 1) {
                    return jars.get(0);
                }
            }
        }
        throw new IllegalStateException("Application '" + name
                + "' is not built; run mvn verify with -pl fidelity/apps/" + name + ",fidelity/suite -am");
    }
}
