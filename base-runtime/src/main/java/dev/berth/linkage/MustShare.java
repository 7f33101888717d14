package dev.berth.linkage;

import dev.berth.artifact.LibraryCoordinates;
import java.util.Set;

/**
 * Knows the libraries of which there can only be one in a base, as calls between base and biz have their types in them.
 *
 * <p>Spring, because hooks and the web server of the base reach a biz only by a Spring in common; the servlet API,
 * because the base's Tomcat calls servlets; SLF4J, because logs of all go one way; biz-api and exported contracts,
 * because that is what they are for.
 */
final class MustShare {

    private static final Set<String> ARTIFACTS = Set.of("slf4j-api", "jakarta.servlet-api", "tomcat-embed-core");

    /**
     * The modules of Spring through which base and biz meet: contexts and their beans, the web, Boot itself. Each of the
     * others serves one application, and a biz can have its own beside the base's.
     */
    private static final Set<String> CORE = Set.of(
            "spring-core",
            "spring-beans",
            "spring-context",
            "spring-aop",
            "spring-expression",
            "spring-web",
            "spring-webmvc",
            "spring-messaging",
            "spring-websocket",
            "spring-boot",
            "spring-boot-autoconfigure",
            "spring-boot-web-server",
            "spring-boot-tomcat",
            "spring-boot-servlet",
            "spring-boot-webmvc",
            "spring-boot-websocket",
            "spring-boot-jackson",
            "spring-boot-http-converter",
            "spring-boot-validation",
            "spring-data-commons");

    private MustShare() {}

    /** Says whether one of which there can be only one stays with the base even where a biz brings what it links to. */
    static boolean stays(LibraryCoordinates library) {
        return Family.of(library).filter(Family::partsByModule).isEmpty() || CORE.contains(library.artifact());
    }

    static boolean is(LibraryCoordinates library) {
        return ARTIFACTS.contains(library.artifact())
                || isBizApi(library)
                || Family.of(library).filter(Family.SPRING::equals).isPresent();
    }

    static boolean is(BaseLibrary library) {
        return isExported(library) || is(library.coordinates());
    }

    static boolean isExported(BaseLibrary library) {
        return library.exported() || isBizApi(library.coordinates());
    }

    /** Says whether a base without this library can't host a biz that has it. Spring's modules can be brought. */
    static boolean isIndispensable(LibraryCoordinates library) {
        return ARTIFACTS.contains(library.artifact()) || isBizApi(library);
    }

    private static boolean isBizApi(LibraryCoordinates library) {
        return library.artifact().equals("biz-api")
                && library.group().map("dev.berth"::equals).orElse(true);
    }
}
