package dev.berth.linkage;

import dev.berth.artifact.Library;
import dev.berth.artifact.LibraryCoordinates;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes libraries from 'group:artifact:version'; a group of '?' or a version of '?' is unknown. */
final class Libraries {

    private Libraries() {}

    static Library nested(String coordinates) {
        return nested(coordinates, Set.of());
    }

    static Library nested(String coordinates, Set<String> packages) {
        LibraryCoordinates parsed = coordinates(coordinates);
        return new Library(parsed, packages, Optional.of("lib/" + parsed.artifact() + ".jar"));
    }

    static Library named(String coordinates) {
        return Library.declaredOnly(coordinates(coordinates));
    }

    static BaseLibrary base(String coordinates, String... references) {
        return new BaseLibrary(
                coordinates(coordinates),
                Set.of(),
                false,
                new References(
                        Arrays.stream(references).map(Libraries::coordinates).collect(Collectors.toSet())));
    }

    static BaseLibrary exported(String coordinates) {
        return new BaseLibrary(coordinates(coordinates), Set.of(), true, new References(Set.of()));
    }

    static BaseLibrary packaged(String coordinates, String... packages) {
        return new BaseLibrary(coordinates(coordinates), Set.of(packages), false, new References(Set.of()));
    }

    static LibraryCoordinates coordinates(String text) {
        String[] parts = text.split(":");
        return new LibraryCoordinates(known(parts[0]), parts[1], known(parts[2]));
    }

    /** Two that find the same are equal. */
    record References(Set<LibraryCoordinates> all) implements Supplier<Set<LibraryCoordinates>> {

        @Override
        public Set<LibraryCoordinates> get() {
            return all;
        }
    }

    private static Optional<String> known(String text) {
        return text.equals("?") ? Optional.empty() : Optional.of(text);
    }
}
