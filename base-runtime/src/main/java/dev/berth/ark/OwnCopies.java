package dev.berth.ark;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The classes of shared libraries that a biz defines anew for itself.
 *
 * <p>Some keep in static fields what one application found out, under keys that another application has too. Others
 * declare types of a library that the base lacks and the biz brings ({@link LooseClasses}); in the base they can't be
 * linked, so nothing there can have passed them on. Safe for use by many threads.
 */
final class OwnCopies {

    /** Only classes that nothing else of their library links to can be here. */
    private static final List<String> ALWAYS = List.of(
            // Remembers by the names of bundles alone whether there are any
            "org/springframework/boot/autoconfigure/context/MessageSourceAutoConfiguration");

    /** A folder of AspectJ, which spring-aop works with where it is there. */
    private static final String ASPECTJ = "org/aspectj/lang";

    /**
     * What of Spring is there for AspectJ alone. Bodies of methods link to AspectJ too, where {@link LooseClasses} does not
     * look, and the parts know each other; nothing of the rest of Spring has their types.
     */
    private static final List<String> FOR_ASPECTJ =
            List.of("org/springframework/aop/aspectj/", "org/springframework/boot/autoconfigure/aop/");

    /** Types that the faces of Spring's own classes are full of: a copy would draw in all of Spring. */
    private static final List<String> PERVASIVE = List.of("reactor/", "org/reactivestreams", "kotlin/", "kotlinx/");

    private final LooseClasses loose;
    private final Set<String> brought;
    private final Set<String> companions = ConcurrentHashMap.newKeySet();

    /**
     * Makes the choice for a biz.
     *
     * @param brought the folders of the libraries that it brings and the base lacks
     */
    OwnCopies(LooseClasses loose, Set<String> brought) {
        this.loose = loose;
        this.brought = Set.copyOf(brought);
    }

    /** Tells whether the biz defines a class of the base itself. */
    boolean include(String className) {
        String outermost = LooseClasses.outermost(className.replace('.', '/'));
        if (ALWAYS.contains(outermost)) {
            return true;
        }
        if (brought.isEmpty()) {
            return false;
        }
        if (brought.contains(ASPECTJ) && FOR_ASPECTJ.stream().anyMatch(outermost::startsWith)) {
            return true;
        }
        Set<String> missing = loose.missing(outermost, brought);
        if (!missing.isEmpty()
                && missing.stream().noneMatch(folder -> PERVASIVE.stream().anyMatch(folder::startsWith))
                && !Collections.disjoint(missing, brought)) {
            companions.addAll(loose.companions(outermost));
            return true;
        }
        return companions.contains(outermost);
    }
}
