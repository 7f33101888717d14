package dev.berth.artifact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.stream.Stream;

/**
 * The libraries that a manifest names and the jar doesn't have.
 *
 * <p>{@code Berth-Libraries} lists {@code group:artifact:version}. SOFAArk's {@code declared-libraries} lists artifacts
 * alone, the nested ones and the biz itself among them; it only says what may come from the base, so that a name may well
 * stay without a library.
 */
final class DeclaredLibraries {

    private DeclaredLibraries() {}

    static List<Library> of(Attributes manifest, List<Library> nested) {
        Set<String> known = new HashSet<>();
        nested.forEach(library -> known.add(library.coordinates().artifact()));
        ManifestReader.value(manifest, "Ark-Biz-Name").ifPresent(known::add);
        List<Library> declared = new ArrayList<>();
        tokens(manifest, "Berth-Libraries").map(DeclaredLibraries::full).forEach(declared::add);
        tokens(manifest, "declared-libraries")
                .filter(known::add)
                .map(artifact -> new LibraryCoordinates(Optional.empty(), artifact, Optional.empty()))
                .map(Library::declaredOnly)
                .forEach(declared::add);
        return declared;
    }

    private static Stream<String> tokens(Attributes manifest, String key) {
        return ManifestReader.value(manifest, key).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .distinct();
    }

    private static Library full(String token) {
        String[] parts = token.split(":", -1);
        if (parts.length != 3 || Stream.of(parts).anyMatch(String::isBlank)) {
            throw Refusal.notAJar(
                    "The manifest's Berth-Libraries names " + Refusal.quoted(token)
                            + ", which isn't group:artifact:version",
                    null);
        }
        return Library.declaredOnly(LibraryCoordinates.of(parts[0].strip(), parts[1].strip(), parts[2].strip()));
    }
}
