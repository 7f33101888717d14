package dev.berth.artifact;

import dev.berth.biz.BizId;
import dev.berth.biz.ContextPath;
import dev.berth.error.BerthException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Finds out what a jar is: its layout, the biz's identity, its main class and the libraries that it declares.
 *
 * <p>Reads only; unpacks nothing. Each entry's name is checked, whether it will be unpacked or not. Safe for many
 * threads.
 */
public final class ArchiveReader {

    private static final List<String> CONTEXT_PATH_KEYS = List.of("Berth-Context-Path", "web-context-path");

    private final ArchiveLimits limits;

    /** Makes a reader with these limits. */
    public ArchiveReader(ArchiveLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads a stored jar.
     *
     * @throws BerthException NOT_A_JAR, UNSAFE_ARCHIVE, UNSUPPORTED_BIZ for what a base doesn't host, NO_MAIN_CLASS,
     *     IDENTITY_UNKNOWN or INVALID_NAME
     */
    public BizArchive read(Artifact artifact, IdentityFlags flags) {
        try (JarFile jar = new JarFile(artifact.file().toFile(), false)) {
            return read(artifact, flags, jar);
        } catch (NoSuchFileException e) {
            throw Refusal.storage("The stored jar is gone", e);
        } catch (IOException | IllegalArgumentException e) {
            throw Unreadable.refuse(artifact.file(), flags.subject(), e);
        }
    }

    private BizArchive read(Artifact artifact, IdentityFlags flags, JarFile jar) throws IOException {
        List<JarEntry> entries = entries(jar);
        List<String> names = entries.stream().map(JarEntry::getName).toList();
        Attributes manifest = ManifestReader.mainAttributes(new OpenJar(jar));
        Layout layout = LayoutFinder.find(manifest, names, flags.subject());
        String mainClass = MainClass.find(manifest, flags.subject());
        List<Library> libraries = libraries(jar, layout, entries, manifest);
        MainClass.check(jar, layout, mainClass, libraries, flags.subject());
        BizId id = new BizIdFinder(flags, manifest, new OpenJar(jar), names).find();
        HostedKinds kinds = new HostedKinds(id, manifest, libraries);
        kinds.check();
        return new BizArchive(
                artifact,
                id,
                layout,
                ManifestReader.texts(manifest),
                mainClass,
                contextPath(manifest),
                kinds.springBootVersion(),
                libraries);
    }

    private List<JarEntry> entries(JarFile jar) {
        Budget budget = new Budget(limits);
        EntryNames names = new EntryNames();
        List<JarEntry> entries = new ArrayList<>(Math.min(jar.size(), limits.entries()));
        for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
            JarEntry entry = all.nextElement();
            budget.entry();
            names.accept(entry.getName());
            entries.add(entry);
        }
        return entries;
    }

    private List<Library> libraries(JarFile jar, Layout layout, List<JarEntry> entries, Attributes manifest) {
        List<Library> libraries = new ArrayList<>();
        for (JarEntry entry : entries) {
            if (layout.isLibrary(entry.getName())) {
                libraries.add(Library.nested(inspect(jar, entry), entry.getName()));
            }
        }
        libraries.addAll(DeclaredLibraries.of(manifest, libraries));
        return libraries;
    }

    private LibraryFacts inspect(JarFile jar, JarEntry entry) {
        String fileName = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        try {
            Optional<NestedJar> nested = NestedJar.open(jar, entry, limits);
            JarContents contents =
                    nested.isPresent() ? nested.get() : StreamedJar.read(jar.getInputStream(entry), limits);
            return LibraryReader.facts(contents, fileName);
        } catch (IOException | IllegalArgumentException e) {
            throw LibraryReader.unreadable(fileName, e);
        }
    }

    /** SOFAArk writes its default, the root, which belongs to the base here: it counts as silence. */
    private static Optional<ContextPath> contextPath(Attributes manifest) {
        return CONTEXT_PATH_KEYS.stream()
                .flatMap(key -> ManifestReader.value(manifest, key).stream())
                .filter(path -> !path.equals("/"))
                .findFirst()
                .map(ContextPath::parse);
    }
}
