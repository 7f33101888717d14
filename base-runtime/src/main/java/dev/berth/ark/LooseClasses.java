package dev.berth.ark;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the classes of the base that can't work there, because they declare types of a library that the base lacks.
 *
 * <p>Libraries have them for those who add that other library: Spring Boot an auto-configuration for Prometheus, Spring
 * a converter for XML. A class and those nested in it count as one and go by the name of the outermost. All names have
 * slashes. Safe for use by many threads; what was found is remembered, since every biz asks for the same.
 */
final class LooseClasses {

    private final BaseClassPath base;

    /** What a class may have to do with, from a quick look; nearly all classes end here. */
    private final Map<String, Set<String>> hints = new ConcurrentHashMap<>();

    private final Map<String, Unit> units = new ConcurrentHashMap<>();

    LooseClasses(BaseClassPath base) {
        this.base = base;
    }

    /**
     * Returns the folders of types that a class declares and the base lacks.
     *
     * @param brought the folders that matter; with none of them in a class, nothing is returned
     * @return nothing either for a class that only works together with others of its package
     */
    Set<String> missing(String outermost, Set<String> brought) {
        Set<String> known = hints.get(outermost);
        if (known == null) {
            known = Set.copyOf(hints(outermost));
            hints.put(outermost, known);
        }
        if (Collections.disjoint(known, brought) || staysBesideOthers(outermost)) {
            return Set.of();
        }
        return unit(outermost).missing();
    }

    /** Returns the classes of its own package that a class links to and that no other package can reach. */
    Set<String> companions(String outermost) {
        Set<String> companions = new HashSet<>();
        String folder = Directories.parent(outermost);
        for (String mentioned : unit(outermost).mentioned()) {
            String other = outermost(mentioned);
            if (!other.equals(outermost)
                    && Directories.parent(other).equals(folder)
                    && !unit(other).open()) {
                companions.add(other);
            }
        }
        return companions;
    }

    static String outermost(String name) {
        int dollar = name.indexOf('$', name.lastIndexOf('/') + 2);
        return dollar < 0 ? name : name.substring(0, dollar);
    }

    private Set<String> hints(String outermost) {
        Set<String> folders = new HashSet<>();
        Deque<String> toRead = new ArrayDeque<>(List.of(outermost));
        Set<String> seen = new HashSet<>(toRead);
        while (!toRead.isEmpty()) {
            for (String name : names(toRead.pop())) {
                if (name.startsWith(outermost + "$") && seen.add(name)) {
                    toRead.push(name);
                }
                String folder = Directories.parent(name);
                if (lacks(folder)) {
                    folders.add(folder);
                }
            }
        }
        return folders;
    }

    private boolean lacks(String folder) {
        return base.having(folder).isEmpty() && !JdkPackages.contains(folder.replace('/', '.'));
    }

    private Unit unit(String outermost) {
        Unit known = units.get(outermost);
        if (known == null) {
            known = read(outermost);
            units.put(outermost, known);
        }
        return known;
    }

    private Unit read(String outermost) {
        Optional<ClassFace> face = face(outermost);
        if (face.isEmpty()) {
            return Unit.NONE;
        }
        Set<String> missing = new HashSet<>();
        Set<String> mentioned = new HashSet<>(face.get().mentioned());
        Set<String> used = new HashSet<>(face.get().used());
        addMissing(face.get(), missing);
        for (String member : face.get().members()) {
            face(member).ifPresent(nested -> {
                addMissing(nested, missing);
                mentioned.addAll(nested.mentioned());
                used.addAll(nested.used());
            });
        }
        return new Unit(face.get().open(), missing, mentioned, used);
    }

    /** Tells whether a class uses what only its package can reach, of a class that other packages know too. */
    private boolean staysBesideOthers(String outermost) {
        String folder = Directories.parent(outermost);
        return unit(outermost).used().stream().anyMatch(link -> {
            String owner = link.substring(0, link.indexOf('.'));
            return Directories.parent(owner).equals(folder)
                    && !outermost(owner).equals(outermost)
                    && unit(outermost(owner)).missing().isEmpty()
                    && face(owner)
                            .filter(ClassFace::open)
                            .filter(face -> face.closed().contains(link.substring(owner.length() + 1)))
                            .isPresent();
        });
    }

    private void addMissing(ClassFace face, Set<String> missing) {
        for (String declared : face.declared()) {
            String folder = Directories.parent(declared);
            if (lacks(folder)) {
                missing.add(folder);
            }
        }
    }

    private Optional<ClassFace> face(String name) {
        return classFile(name).map(ClassFace::read);
    }

    private Set<String> names(String className) {
        Set<String> names = new HashSet<>();
        try {
            Optional<byte[]> classFile = classFile(className);
            if (classFile.isPresent()) {
                ClassReferences.read(classFile.get(), names::add);
            }
        } catch (IOException newer) {
            // A kind of constant that this version does not know: the class stays the base's
            return Set.of();
        }
        return names;
    }

    private Optional<byte[]> classFile(String name) {
        try (InputStream in = base.loader().getResourceAsStream(name + ".class")) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException unreadable) {
            // Whoever loads it will be told
            return Optional.empty();
        }
    }

    private record Unit(boolean open, Set<String> missing, Set<String> mentioned, Set<String> used) {

        private static final Unit NONE = new Unit(true, Set.of(), Set.of(), Set.of());

        private Unit {
            missing = Set.copyOf(missing);
            mentioned = Set.copyOf(mentioned);
            used = Set.copyOf(used);
        }
    }
}
