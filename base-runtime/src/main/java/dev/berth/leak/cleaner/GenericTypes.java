package dev.berth.leak.cleaner;

import java.util.List;
import org.springframework.core.ResolvableType;

/**
 * What Spring and Spring Data remember of generic types.
 *
 * <p>They hand out what they remember for a type that is equal, as {@code Class<?>} of {@code Object.getClass()} is in
 * every biz; and what is handed out knows the class for which it was first worked out. So a biz, or the base in what it
 * remembers of its own classes, would hold another biz, or the version before, that had asked first. Safe for use by
 * many threads.
 */
public final class GenericTypes {

    /** What hands out objects that know whose they are. */
    private static final List<String> HANDED_OUT = List.of(
            "org.springframework.core.SerializableTypeWrapper#cache",
            "org.springframework.data.core.ClassTypeInformation#cache",
            "org.springframework.data.core.ClassTypeInformation#resolvableTypeCache",
            "org.springframework.data.core.TypeDiscoverer#CACHE");

    private static final String VARIABLES = "org.springframework.core.GenericTypeResolver#typeVariableCache";

    private GenericTypes() {}

    /**
     * Sees to it that nobody is given what a biz has asked for: from now on Spring remembers of such types only what
     * knows classes that all share. Where Spring is not as this knows it, all is forgotten instead, each time.
     */
    public static void keepApart() {
        if (!Apart.ALL) {
            forget();
        }
    }

    /** Forgets all; what is still needed is worked out anew. */
    static void forget() {
        ResolvableType.clearCache();
        Found.HANDED_OUT.forEach(SpringCaches::clear);
        SpringCaches.clear(Found.VARIABLES);
    }

    /** Made at the first use: finding the caches loads classes that a base needs no sooner. */
    private static final class Found {

        static final List<Object> HANDED_OUT =
                GenericTypes.HANDED_OUT.stream().map(SpringCaches::value).toList();
        static final Object VARIABLES = SpringCaches.value(GenericTypes.VARIABLES);
    }

    /** Changed once, for good. */
    private static final class Apart {

        static final boolean ALL = TypeSources.find()
                .map(SharedOnly::new)
                .map(shared -> Found.HANDED_OUT.stream().map(shared::remember).reduce(true, Boolean::logicalAnd))
                .orElse(false);
    }
}
