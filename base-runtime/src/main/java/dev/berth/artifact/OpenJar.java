package dev.berth.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** A jar that somebody has opened. */
record OpenJar(JarFile jar) implements JarContents {

    @Override
    public void forEachName(Consumer<String> consumer) {
        Enumeration<JarEntry> entries = jar.entries();
        while (entries.hasMoreElements()) {
            consumer.accept(entries.nextElement().getName());
        }
    }

    @Override
    public Optional<byte[]> head(String name, int maxBytes) throws IOException {
        JarEntry entry = jar.getJarEntry(name);
        if (entry == null || entry.isDirectory()) {
            return Optional.empty();
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return Optional.of(in.readNBytes(maxBytes));
        }
    }
}
