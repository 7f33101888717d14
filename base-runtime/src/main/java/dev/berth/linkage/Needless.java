package dev.berth.linkage;

import dev.berth.artifact.Library;
import java.util.Optional;
import java.util.Set;

/** Knows the libraries that have no work to do in a base. */
final class Needless {

    private static final Set<String> LAUNCHERS = Set.of(
            "spring-boot-loader",
            "spring-boot-loader-classic",
            "spring-boot-jarmode-tools",
            "spring-boot-jarmode-layertools");
    private static final Set<String> DEVELOPMENT = Set.of("spring-boot-devtools", "spring-boot-docker-compose");

    private Needless() {}

    /** Returns why nobody needs this library, if that is so. */
    static Optional<String> reason(Library library) {
        String artifact = library.coordinates().artifact();
        if (LAUNCHERS.contains(artifact)) {
            return Optional.of("Launches an executable jar, which the base does");
        }
        if (DEVELOPMENT.contains(artifact)) {
            return Optional.of("Serves development on one's own machine only");
        }
        if (isStarter(artifact) && library.packages().isEmpty()) {
            return Optional.of("A starter has no classes of its own");
        }
        return Optional.empty();
    }

    private static boolean isStarter(String artifact) {
        return artifact.equals("spring-boot-starter") || artifact.startsWith("spring-boot-starter-");
    }
}
