package dev.berth.leak.cleaner;

import java.util.List;

/**
 * What Spring and Spring Data remember of generic types.
 *
 * <p>They hand out what they remember for a type that is equal, as {@code Class<?>} of {@code Object.getClass()} is in
 * every biz; and what is handed out knows the class for which it was first worked out. So a biz that is given what
 * another one, or its own version before, has asked for would hold that one's loader for as long as it runs. Safe for
 * use by many threads.
 */
public final class GenericTypes {

    private static final List<String> FIELDS = List.of(
            "org.springframework.core.ResolvableType#cache",
            "org.springframework.core.SerializableTypeWrapper#cache",
            "org.springframework.core.GenericTypeResolver#typeVariableCache",
            "org.springframework.context.event.GenericApplicationListenerAdapter#eventTypeCache",
            "org.springframework.data.core.ClassTypeInformation#cache",
            "org.springframework.data.core.ClassTypeInformation#resolvableTypeCache",
            "org.springframework.data.core.SimplePropertyPath#cache",
            "org.springframework.data.core.TypeDiscoverer#CACHE");

    private GenericTypes() {}

    /**
     * Sees to it that a biz is given nothing that another one has asked for, however close their starts are: from now on
     * each context loader finds its own only. Where Spring is not as this knows it, all is forgotten instead, each time.
     */
    public static void keepApart() {
        if (!Found.APART) {
            forget();
        }
    }

    /** Forgets all; what is still needed is worked out anew. */
    static void forget() {
        Found.CACHES.forEach(SpringCaches::clear);
    }

    /** Made at the first use: finding the caches loads classes that a base needs no sooner. */
    private static final class Found {

        static final List<Object> CACHES =
                FIELDS.stream().map(SpringCaches::value).toList();
        static final boolean APART =
                CACHES.stream().map(LoaderCaches::keepApart).reduce(true, Boolean::logicalAnd);
    }
}
