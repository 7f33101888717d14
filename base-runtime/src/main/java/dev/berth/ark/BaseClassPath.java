package dev.berth.ark;

import dev.berth.artifact.LibraryFacts;
import dev.berth.linkage.BaseLibraries;
import dev.berth.linkage.BaseLibrary;
import dev.berth.linkage.Linkage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a base application has on its class path: which libraries, and which folders each has.
 *
 * <p>Reading it takes some hundred milliseconds, so it happens at the first use and in the background of the start, not in
 * the way of it. Immutable afterwards, but for a bounded cache; safe for use by many threads.
 */
public final class BaseClassPath {

    private static final int MAX_CACHED_NAMES = 20_000;

    private final ClassLoader loader;
    private final Exports exports;
    private final List<BaseLocation> locations;
    private final Map<String, BitSet> directories = new HashMap<>();
    private final Map<BaseLibrary, Integer> indexes = new HashMap<>();
    private final BaseLibraries libraries;
    private final Set<String> applicationTypes;
    private final LooseClasses loose = new LooseClasses(this);
    private final Supertypes supertypes = new Supertypes(this);
    private final Map<String, List<Found>> resources = new ConcurrentHashMap<>();

    private BaseClassPath(
            ClassLoader loader, Exports exports, Plugins plugins, List<BaseLocation> locations, ReferenceCache cache) {
        this.loader = loader;
        this.exports = exports;
        this.locations = List.copyOf(locations);
        List<BaseLibrary> shareable = new ArrayList<>();
        BaseReferences references = new BaseReferences(locations, cache);
        for (BaseLocation location : locations) {
            for (String directory : location.directories()) {
                directories.computeIfAbsent(directory, key -> new BitSet()).set(location.index());
            }
            if (location.shareable()
                    && location.facts()
                            .map(LibraryFacts::coordinates)
                            .filter(plugins::have)
                            .isEmpty()) {
                BaseLibrary library = exports.library(location, references);
                indexes.put(library, location.index());
                shareable.add(library);
            }
        }
        shareable.addAll(plugins.libraries());
        this.libraries = new BaseLibraries(shareable);
        this.applicationTypes = ApplicationTypes.of(loader);
    }

    /**
     * Reads the class path of a base application.
     *
     * @param application the loader that defines the application's classes
     * @param exports what the base shows to every biz
     * @param plugins what they have is theirs, not that of a jar on the class path
     * @param work a folder for what takes long to find out; its loss does no harm
     */
    public static BaseClassPath read(ClassLoader application, Exports exports, Plugins plugins, Path work) {
        List<BaseLocation> locations = new ArrayList<>();
        for (URL url : ClassPathLocations.of(application)) {
            locations.add(BaseLocation.read(locations.size(), url));
        }
        return new BaseClassPath(
                application, exports, plugins, locations, new ReferenceCache(work.resolve("references")));
    }

    /** Returns the libraries that the base has for a biz to share. */
    public BaseLibraries libraries() {
        return libraries;
    }

    LooseClasses loose() {
        return loose;
    }

    Supertypes supertypes() {
        return supertypes;
    }

    /** Returns the loader that defines the base's classes. */
    ClassLoader loader() {
        return loader;
    }

    /** Returns what a revision sees of the base. */
    VisibleBase visibleTo(Linkage linkage) {
        return new VisibleBase(
                this, locationsOf(linkage.shared()), locationsOf(linkage.exported()), exports.packages());
    }

    private BitSet locationsOf(Collection<BaseLibrary> some) {
        BitSet found = new BitSet();
        some.forEach(library -> found.set(indexes.getOrDefault(library, locations.size())));
        return found;
    }

    /** Tells whether every biz sees a class, whatever it shares. */
    boolean showsToAll(String className) {
        return applicationTypes.contains(className);
    }

    /** Returns the locations that have a folder; not to be changed. */
    BitSet having(String directory) {
        return directories.getOrDefault(directory, new BitSet());
    }

    /** Returns every resource of a name on the class path, with the location that has it. */
    List<Found> resources(String name) {
        List<Found> known = resources.get(name);
        if (known != null) {
            return known;
        }
        List<Found> found = find(name);
        if (resources.size() >= MAX_CACHED_NAMES) {
            resources.clear();
        }
        resources.put(name, found);
        return found;
    }

    private List<Found> find(String name) {
        List<Found> found = new ArrayList<>();
        try {
            for (URL url : Collections.list(loader.getResources(name))) {
                String spec = url.toString();
                locations.stream()
                        .filter(location -> spec.startsWith(location.root()))
                        .findFirst()
                        .ifPresent(location -> found.add(new Found(location.index(), url)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The class path of the base can't be read", failure);
        }
        return List.copyOf(found);
    }

    /**
     * A resource of the base.
     *
     * @param location the index of the location that has it
     * @param url where it is
     */
    record Found(int location, URL url) {}
}
