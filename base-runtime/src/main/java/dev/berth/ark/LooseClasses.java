package dev.berth.ark;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the classes of the base that can't work there, because they declare types of a library that the base lacks.
 *
 * <p>Libraries have them for those who add that other library: Spring Boot an auto-configuration for Prometheus, Spring
 * a converter for XML. A class and those nested in it count as one and go by the name of the outermost. Safe for use by many
 * threads; what was found is remembered.
 */
final class LooseClasses {

    private final BaseClassPath base;
    private final Map<String, Unit> units = new ConcurrentHashMap<>();

    LooseClasses(BaseClassPath base) {
        this.base = base;
    }

    /** Returns the folders of the types that a class declares and the base lacks; names have slashes. */
    Set<String> missing(String outermost) {
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
        addMissing(face.get(), missing);
        for (String member : face.get().members()) {
            face(member).ifPresent(nested -> {
                addMissing(nested, missing);
                mentioned.addAll(nested.mentioned());
            });
        }
        // Who lacks nothing is never copied, and what it links to is nobody's matter
        return new Unit(face.get().open(), missing, missing.isEmpty() ? Set.of() : mentioned);
    }

    private void addMissing(ClassFace face, Set<String> missing) {
        for (String declared : face.declared()) {
            String folder = Directories.parent(declared);
            if (base.having(folder).isEmpty() && !JdkPackages.contains(folder.replace('/', '.'))) {
                missing.add(folder);
            }
        }
    }

    private Optional<ClassFace> face(String name) {
        try (InputStream in = base.loader().getResourceAsStream(name + ".class")) {
            return in == null ? Optional.empty() : Optional.of(ClassFace.read(in.readAllBytes()));
        } catch (IOException | IllegalArgumentException unreadable) {
            // Whoever loads it will be told
            return Optional.empty();
        }
    }

    private record Unit(boolean open, Set<String> missing, Set<String> mentioned) {

        private static final Unit NONE = new Unit(true, Set.of(), Set.of());

        private Unit {
            missing = Set.copyOf(missing);
            mentioned = Set.copyOf(mentioned);
        }
    }
}
