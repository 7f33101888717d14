package dev.berth.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Optional;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The packages of the JDK that {@code java -jar} would open to a base, and that this JVM does not. */
final class ClosedPackages {

    private ClosedPackages() {}

    /**
     * Returns the options that would open them.
     *
     * @param base the loader of the base, with its manifest
     */
    static List<String> of(URLClassLoader base) {
        URL manifest = base.findResource("META-INF/MANIFEST.MF");
        if (manifest == null) {
            return List.of();
        }
        try (InputStream in = manifest.openStream()) {
            String opens = new Manifest(in).getMainAttributes().getValue("Add-Opens");
            return Stream.ofNullable(opens)
                    .flatMap(all -> Stream.of(all.split(" +")))
                    .filter(open -> isClosed(open, base))
                    .map(open -> "--add-opens=" + open + "=ALL-UNNAMED")
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isClosed(String open, ClassLoader base) {
        int slash = open.indexOf('/');
        Optional<Module> module = ModuleLayer.boot().findModule(open.substring(0, slash));
        return module.isPresent() && !module.get().isOpen(open.substring(slash + 1), base.getUnnamedModule());
    }
}
