package dev.berth.ark;

import java.util.List;

/**
 * The classes of shared libraries that every biz defines anew for itself.
 *
 * <p>They keep in static fields what one application found out, under keys that another application has too. Only
 * classes that nothing else of their library links to can be here, with all their nested classes.
 */
final class OwnCopies {

    private static final List<String> NAMES = List.of(
            // Remembers by the names of bundles alone whether there are any
            "org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration");

    private OwnCopies() {}

    static boolean include(String className) {
        for (String name : NAMES) {
            if (className.startsWith(name)
                    && (className.length() == name.length() || className.charAt(name.length()) == '$')) {
                return true;
            }
        }
        return false;
    }
}
