package dev.berth.ark;

import com.alipay.sofa.ark.spi.constant.Constants;
import dev.berth.ark.PluginJar.Origin;
import dev.berth.artifact.LibraryStore;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the plugins of a base: in the folder {@code plugins} of its home, and on its class path.
 *
 * @param home the home
 * @param application the loader of the base
 * @param store keeps the libraries of plugins
 */
record PluginFinder(Path home, ClassLoader application, LibraryStore store) {

    private static final String FOLDER = "plugins";
    private static final String BEHIND_JAR = "!/" + Constants.ARK_PLUGIN_MARK_ENTRY;

    /**
     * Reads all that are there.
     *
     * @throws BerthException with PLUGIN_INVALID for the first that can't be read
     */
    List<PluginJar> find() {
        List<PluginJar> found = new ArrayList<>();
        try {
            for (Path file : inHome()) {
                found.add(PluginJar.read(file, file.getFileName().toString(), Origin.HOME, store));
            }
            for (URL mark : Collections.list(application.getResources(Constants.ARK_PLUGIN_MARK_ENTRY))) {
                String text = mark.toString();
                if (text.startsWith("jar:") && text.endsWith(BEHIND_JAR)) {
                    URL jar = URI.create(text.substring("jar:".length(), text.length() - BEHIND_JAR.length()))
                            .toURL();
                    found.add(PluginJar.read(file(jar), fileName(jar), Origin.CLASS_PATH, store));
                }
            }
        } catch (IOException failure) {
            throw new BerthException(
                    ErrorCode.STORAGE_FAILED,
                    "The plugins of the base can't be read",
                    "Look at the permissions of the folder 'plugins' in the base's home and at the free space there.",
                    failure);
        }
        return List.copyOf(found);
    }

    private List<Path> inHome() throws IOException {
        Path folder = home.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(PluginFinder::isPlugin).sorted().toList();
        }
    }

    /** SOFAArk's build gives its plugins a suffix of their own; in a repository they are jars. */
    private static boolean isPlugin(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file)
                && !name.startsWith(".")
                && (name.endsWith(".jar") || name.endsWith(".ark.plugin"));
    }

    /** A jar inside an executable jar is copied: a class loader of the JDK can't read it there. */
    private Path file(URL jar) throws IOException {
        if (jar.getProtocol().equals("file")) {
            return Path.of(URI.create(jar.toString()));
        }
        Path folder = Files.createDirectories(home.resolve("work").resolve(FOLDER));
        Path copy = folder.resolve(fileName(jar));
        try (InputStream content = jar.openStream()) {
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    private static String fileName(URL jar) {
        String text = jar.toString();
        return text.substring(text.lastIndexOf('/') + 1);
    }
}
