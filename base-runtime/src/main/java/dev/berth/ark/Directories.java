package dev.berth.ark;

import java.util.Set;

/** The folders in names of resources, with slashes and without one at the end; the root is the empty name. */
final class Directories {

    private Directories() {}

    static String parent(String name) {
        String path = withoutSlash(name);
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    static String withoutSlash(String name) {
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    /** Adds every folder above an entry; a jar need not have entries for its folders. */
    static void addParents(String entry, Set<String> directories) {
        for (int slash = entry.lastIndexOf('/'); slash > 0; slash = entry.lastIndexOf('/', slash - 1)) {
            if (!directories.add(entry.substring(0, slash))) {
                return;
            }
        }
    }
}
