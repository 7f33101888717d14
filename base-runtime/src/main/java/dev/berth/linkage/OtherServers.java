package dev.berth.linkage;

import dev.berth.artifact.Library;
import java.util.Set;

/** Knows the libraries that would serve HTTP for an application started by itself. */
final class OtherServers {

    private static final Set<String> ARTIFACTS = Set.of("jetty-server", "spring-boot-jetty");

    private OtherServers() {}

    /** Returns what to add to the reason for bringing such a library; nothing for any other. */
    static String note(Library library) {
        return ARTIFACTS.contains(library.coordinates().artifact())
                ? "; it serves nothing, the base's Tomcat does in its place"
                : "";
    }
}
