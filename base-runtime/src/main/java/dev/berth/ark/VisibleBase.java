package dev.berth.ark;

import java.net.URL;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The part of the base's class path that one revision sees: the libraries it shares and what the base exports to all.
 *
 * <p>Immutable and safe for use by many threads.
 */
final class VisibleBase {

    private final BaseClassPath base;
    private final BitSet shared;
    private final BitSet exported;
    private final Set<String> exportedPackages;

    /**
     * Makes the view of one revision.
     *
     * @param shared the locations that it sees
     * @param exported those of them that every revision sees
     */
    VisibleBase(BaseClassPath base, BitSet shared, BitSet exported, Set<String> exportedPackages) {
        this.base = base;
        this.shared = shared;
        this.exported = exported;
        this.exportedPackages = exportedPackages;
    }

    /** Tells whether the base has the class in a library that the revision sees. */
    boolean showsClass(String name, String packageName) {
        if (exportedPackages.contains(packageName) || base.showsToAll(name)) {
            return true;
        }
        BitSet having = base.having(packageName.replace('.', '/'));
        if (!having.intersects(shared)) {
            return false;
        }
        BitSet hidden = (BitSet) having.clone();
        hidden.andNot(shared);
        // A package that shared and hidden libraries have in common: one of the shared must have the class. Which copy
        // the base's loader takes does not matter: the shared library is linked to that one itself
        return hidden.isEmpty() || !resources(name.replace('.', '/') + ".class").isEmpty();
    }

    /** Chooses the classes that a biz with these jars defines itself. */
    OwnCopies copiesFor(OwnJars own) {
        Set<String> brought = own.ofLibraries().stream()
                .filter(folder -> base.having(folder).isEmpty())
                .collect(Collectors.toSet());
        return new OwnCopies(base.loose(), brought);
    }

    /** Tells whether the revision sees all that a class of the base extends and implements, or need not: an exported one. */
    boolean showsSupertypes(Class<?> type) {
        BitSet hidden = (BitSet) base.supertypes().locations(type).clone();
        hidden.andNot(shared);
        return hidden.isEmpty() || isExported(type);
    }

    private boolean isExported(Class<?> type) {
        return exportedPackages.contains(type.getPackageName())
                || base.showsToAll(type.getName())
                || base.supertypes().own(type).intersects(exported);
    }

    Class<?> load(String name) throws ClassNotFoundException {
        return base.loader().loadClass(name);
    }

    /** Returns the resources of that name in what the revision sees, in the order of the base's class path. */
    List<URL> resources(String name) {
        boolean exported = exported(name);
        BitSet candidates = base.having(Directories.parent(name));
        BitSet asFolder = base.having(Directories.withoutSlash(name));
        if (!exported && !candidates.intersects(shared) && !asFolder.intersects(shared)) {
            return List.of();
        }
        return base.resources(name).stream()
                .filter(found -> exported || shared.get(found.location()))
                .map(BaseClassPath.Found::url)
                .toList();
    }

    private boolean exported(String name) {
        if (exportedPackages.isEmpty()) {
            return false;
        }
        String directory = Directories.parent(name);
        if (directory.equals("META-INF/services")) {
            String service = name.substring(directory.length() + 1);
            int dot = service.lastIndexOf('.');
            return dot > 0 && exportedPackages.contains(service.substring(0, dot));
        }
        return exportedPackages.contains(directory.replace('/', '.'));
    }
}
