package dev.berth.ark;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Finds the classes of the base that can't work there, because they declare types of a library that the base lacks.
 *
 * <p>Libraries have them for those who add that other library: Spring Boot an auto-configuration for Prometheus, Spring
 * a converter for XML. A class and those nested in it count as one and go by the name of the outermost. All names have
 * slashes. Safe for use by many threads; what was found is remembered, since every biz asks for the same.
 */
final class LooseClasses {

    private static final Pattern NO_NAME = Pattern.compile("[^\\w$/-]+");

    private final BaseClassPath base;

    /** What a class may have to do with, from a quick look; nearly all classes end here. */
    private final Map<String, Set<String>> hints = new ConcurrentHashMap<>();

    private final Map<String, Unit> units = new ConcurrentHashMap<>();

    LooseClasses(BaseClassPath base) {
        this.base = base;
    }

    /** Returns the folders of types that a class declares and the base lacks, if any of these is among the given. */
    Set<String> missing(String outermost, Set<String> brought) {
        Set<String> known = hints.get(outermost);
        if (known == null) {
            known = Set.copyOf(hints(outermost));
            hints.put(outermost, known);
        }
        return Collections.disjoint(known, brought) ? Set.of() : unit(outermost).missing();
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
        List<String> toRead = new ArrayList<>(List.of(outermost));
        Set<String> seen = new HashSet<>(toRead);
        while (!toRead.isEmpty()) {
            for (String text : texts(toRead.remove(toRead.size() - 1))) {
                if (text.startsWith(outermost + "$") && text.indexOf(';') < 0 && seen.add(text)) {
                    toRead.add(text);
                }
                addMissing(text, folders);
            }
        }
        return folders;
    }

    /** Adds the folders of all types in a text, be it a name or a signature. */
    private void addMissing(String text, Set<String> folders) {
        if (text.indexOf('/') <= 0 || text.indexOf(' ') >= 0) {
            return;
        }
        boolean signature = text.indexOf(';') >= 0;
        for (String name : NO_NAME.split(text)) {
            int start = signature ? name.indexOf('L') + 1 : 0;
            int end = name.lastIndexOf('/');
            if (end > start && lacks(name.substring(start, end))) {
                folders.add(name.substring(start, end));
            }
        }
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
        addMissing(face.get(), missing);
        for (String member : face.get().members()) {
            face(member).ifPresent(nested -> {
                addMissing(nested, missing);
                mentioned.addAll(nested.mentioned());
            });
        }
        return new Unit(face.get().open(), missing, mentioned);
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

    private List<String> texts(String name) {
        try {
            Optional<byte[]> classFile = classFile(name);
            return classFile.isPresent() ? ConstantTexts.of(classFile.get()) : List.of();
        } catch (IOException newer) {
            return List.of();
        }
    }

    private Optional<byte[]> classFile(String name) {
        try (InputStream in = base.loader().getResourceAsStream(name + ".class")) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException unreadable) {
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
