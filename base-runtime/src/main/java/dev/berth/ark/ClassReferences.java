package dev.berth.ark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Reads from a class file what its class may link to: classes and types in signatures. */
final class ClassReferences {

    private static final int MAGIC = 0xCAFEBABE;

    private final ByteBuffer file;
    private final Consumer<String> names;

    private ClassReferences(ByteBuffer file, Consumer<String> names) {
        this.file = file;
        this.names = names;
    }

    /** Returns the packages that all classes of a jar mention, with slashes; some hundred milliseconds for a large jar. */
    static Set<String> of(JarFile jar) throws IOException {
        Set<String> packages = new HashSet<>();
        List<JarEntry> classes =
                jar.stream().filter(entry -> entry.getName().endsWith(".class")).toList();
        for (JarEntry entry : classes) {
            try (InputStream classFile = jar.getInputStream(entry)) {
                addTo(packages, classFile.readAllBytes());
            }
        }
        return Set.copyOf(packages);
    }

    /**
     * Adds the packages that a class mentions, its own too.
     *
     * @param packages gets them, with slashes; not those of {@code java}
     * @param classFile a class file; other files add nothing
     * @throws IOException when it has a constant of an unknown kind
     */
    static void addTo(Set<String> packages, byte[] classFile) throws IOException {
        read(classFile, name -> {
            String itsPackage = name.substring(0, name.lastIndexOf('/'));
            if (mayBePackage(itsPackage)) {
                packages.add(itsPackage);
            }
        });
    }

    /**
     * Tells the names that a class mentions, its own too.
     *
     * @param classFile a class file; other files tell nothing
     * @param names gets them, with slashes, some more than once; not those of {@code java} or without a package
     * @throws IOException when it has a constant of an unknown kind
     */
    static void read(byte[] classFile, Consumer<String> names) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(classFile);
        if (classFile.length > 10 && file.getInt() == MAGIC) {
            new ClassReferences(file.position(8), names).readConstants();
        }
    }

    /** The name of a class is a text among the constants, and so is a signature; the other constants only point there. */
    private void readConstants() throws IOException {
        int count = Short.toUnsignedInt(file.getShort());
        for (int index = 1; index < count; index++) {
            int tag = file.get();
            switch (tag) {
                case 1 -> readText(Short.toUnsignedInt(file.getShort()));
                case 7, 8, 16, 19, 20 -> skip(2);
                case 15 -> skip(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> skip(4);
                case 5, 6 -> {
                    skip(8);
                    index++;
                }
                default -> throw new IOException("Unknown constant " + tag);
            }
        }
    }

    private void skip(int bytes) {
        file.position(file.position() + bytes);
    }

    private void readText(int length) {
        int start = file.position();
        skip(length);
        int slash = start;
        int end = start + length;
        while (slash < end && file.get(slash) != '/') {
            slash++;
        }
        if (slash < end) {
            add(new String(file.array(), start, length, StandardCharsets.UTF_8));
        }
    }

    private void add(String text) {
        if (text.indexOf(';') < 0) {
            addClass(text);
            return;
        }
        int start = text.indexOf('L');
        while (start >= 0) {
            int end = start + 1;
            while (end < text.length() && text.charAt(end) != ';' && text.charAt(end) != '<') {
                end++;
            }
            addClass(text.substring(start + 1, end));
            start = text.indexOf('L', end);
        }
    }

    private void addClass(String internalName) {
        int slash = internalName.lastIndexOf('/');
        if (slash > 0 && !internalName.startsWith("java/")) {
            names.accept(internalName);
        }
    }

    /** Among the texts are paths and types of media too, and whole sentences. */
    private static boolean mayBePackage(String name) {
        boolean start = true;
        for (int index = 0; index < name.length(); index++) {
            char each = name.charAt(index);
            boolean slash = each == '/';
            if (slash
                    ? start
                    : start ? !Character.isJavaIdentifierStart(each) : !Character.isJavaIdentifierPart(each)) {
                return false;
            }
            start = slash;
        }
        return !start;
    }
}
