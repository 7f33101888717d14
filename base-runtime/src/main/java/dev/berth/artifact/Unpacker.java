package dev.berth.artifact;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks what a revision of a biz needs: its own classes into a directory of its own, and from the store the libraries
 * that it brings. What the base shares is not even read.
 *
 * <p>Nothing is written outside of the target directory and the store of libraries. When unpacking fails, the target
 * directory is gone; libraries that were stored before stay, as they are whole and of use to the next. Safe for many
 * threads with a target each.
 */
public final class Unpacker {

    private final LibraryStore libraries;
    private final ArchiveLimits limits;

    /** Makes an unpacker with these limits. */
    public Unpacker(LibraryStore libraries, ArchiveLimits limits) {
        this.libraries = libraries;
        this.limits = limits;
    }

    /**
     * Unpacks a biz.
     *
     * @param archive the biz's jar
     * @param brought those of its libraries that don't come from the base
     * @param target a directory that doesn't exist or is empty
     * @throws BerthException UNSAFE_ARCHIVE, NOT_A_JAR when the jar is damaged, or STORAGE_FAILED
     */
    public UnpackedBiz unpack(BizArchive archive, Set<Library> brought, Path target) {
        prepare(target);
        boolean done = false;
        try (JarFile jar = new JarFile(archive.artifact().file().toFile(), false)) {
            UnpackedBiz unpacked = unpack(archive, brought, target, jar);
            done = true;
            return unpacked;
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.notAJar("The jar of biz '" + archive.id() + "' is damaged", e);
        } finally {
            if (!done) {
                delete(target);
            }
        }
    }

    private UnpackedBiz unpack(BizArchive archive, Set<Library> brought, Path target, JarFile jar) throws IOException {
        List<Path> classPath = new ArrayList<>();
        Path classes = target.resolve("classes").toAbsolutePath().normalize();
        Path root = target.resolve("root").toAbsolutePath().normalize();
        Budget budget = new Budget(limits);
        try (ClassesDirectory own = new ClassesDirectory(classes, target.resolve("unnameable.jar"), budget);
                ClassesDirectory atRoot = new ClassesDirectory(root, target.resolve("unnameable-root.jar"), budget)) {
            unpackOwn(jar, archive.layout(), budget, own, atRoot);
            own.unnameable().ifPresent(classPath::add);
            if (archive.layout() == Layout.STOCK) {
                classPath.add(root);
                atRoot.unnameable().ifPresent(classPath::add);
            }
        }
        for (Library library : archive.libraries()) {
            if (library.entryName().isPresent() && brought.contains(library)) {
                classPath.add(obtain(archive, jar, library.entryName().get()));
            }
        }
        return new UnpackedBiz(classes, classPath);
    }

    private static void unpackOwn(
            JarFile jar, Layout layout, Budget budget, ClassesDirectory own, ClassesDirectory atRoot)
            throws IOException {
        EntryNames names = new EntryNames();
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            String name = entry.getName();
            budget.entry();
            names.accept(name);
            if (layout.isOwn(name)) {
                own.add(jar, entry, name.substring(layout.classesPrefix().length()));
            } else if (layout.isOwnAtRoot(name)) {
                atRoot.add(jar, entry, name);
            }
        }
    }

    private Path obtain(BizArchive archive, JarFile jar, String entryName) throws IOException {
        JarEntry entry = jar.getJarEntry(entryName);
        if (entry == null) {
            throw Refusal.notAJar("The jar has no library " + Refusal.quoted(entryName), null);
        }
        return libraries.obtain(archive.artifact().digest(), jar, entry);
    }

    private static void prepare(Path target) {
        try {
            Files.createDirectories(target);
            try (DirectoryStream<Path> content = Files.newDirectoryStream(target)) {
                if (content.iterator().hasNext()) {
                    throw new BerthException(
                            ErrorCode.STORAGE_FAILED,
                            "The directory to unpack a biz into is in use",
                            "Stop the base, empty the folder work in its home, and start it again.");
                }
            }
        } catch (IOException e) {
            throw Refusal.storage("The directory to unpack a biz into can't be made", e);
        }
    }

    private static void delete(Path target) {
        try {
            Files.walkFileTree(target, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // The failure that led here is the one to tell; the base empties its work folder when it starts
        }
    }
}
