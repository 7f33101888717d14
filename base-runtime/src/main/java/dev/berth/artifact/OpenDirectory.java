package dev.berth.artifact;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A jar's content as files, such as the {@code target/classes} of a module in an IDE. */
record OpenDirectory(Path root) implements JarContents {

    @Override
    public void forEachName(Consumer<String> consumer) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Iterator<Path> each = files.filter(Files::isRegularFile).iterator(); each.hasNext(); ) {
                consumer.accept(root.relativize(each.next()).toString().replace(File.separatorChar, '/'));
            }
        }
    }

    @Override
    public Optional<byte[]> head(String name, int maxBytes) throws IOException {
        Path file = root.resolve(name);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(maxBytes));
        }
    }
}
