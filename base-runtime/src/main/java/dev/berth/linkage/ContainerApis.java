package dev.berth.linkage;

import dev.berth.artifact.Library;
import dev.berth.artifact.LibraryCoordinates;
import java.util.Map;
import java.util.Optional;

/**
 * Knows which of Tomcat's jars stand for APIs that other servers have as jars of their own: a biz made for Jetty declares
 * {@code jakarta.servlet-api}, and a second copy of it would part its servlets from the base's Tomcat.
 */
final class ContainerApis {

    /** What Tomcat 11 implements, as its documentation says. */
    private record Api(String tomcatArtifact, String version) {}

    private static final Map<String, Api> APIS = Map.of(
            "jakarta.servlet-api", new Api("tomcat-embed-core", "6.1.0"),
            "jakarta.websocket-api", new Api("tomcat-embed-websocket", "2.2.0"),
            "jakarta.websocket-client-api", new Api("tomcat-embed-websocket", "2.2.0"),
            "jakarta.el-api", new Api("tomcat-embed-el", "6.0.1"));

    private ContainerApis() {}

    /** Returns the base's jar that has the API which this library is, if the base has no such library. */
    static Optional<BaseLibrary> counterpart(Library library, BaseLibraries base) {
        return Optional.ofNullable(APIS.get(library.coordinates().artifact()))
                .flatMap(api -> base.find(api.tomcatArtifact))
                .filter(tomcat -> tomcat.coordinates()
                        .version()
                        .filter(v -> v.startsWith("11."))
                        .isPresent());
    }

    /** Says whether the API in the base's Tomcat can stand in for the one asked for. */
    static Fit fit(Library library, BaseLibrary tomcat) {
        LibraryCoordinates asked = library.coordinates();
        Api api = APIS.get(asked.artifact());
        if (api == null) {
            throw new IllegalArgumentException("Not an API of a container: " + asked);
        }
        LibraryCoordinates had = new LibraryCoordinates(asked.group(), asked.artifact(), Optional.of(api.version));
        Fit fit = Versions.fit(asked, library.isDeclaredOnly(), had, Versions.Patches.ANY);
        return new Fit(fit.fits(), fit.reason() + " in " + tomcat.coordinates().artifact());
    }
}
