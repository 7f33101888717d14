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

    private MustShare() {}

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
