package dev.berth.leak.cleaner;

import java.util.List;
import org.springframework.core.ResolvableType;

/**
 * What Spring and Spring Data remember of generic types.
 *
 * <p>They hand out what they remember for a type that is equal, as {@code Class<?>} of {@code Object.getClass()} is in
 * every biz; and what is handed out knows the class for which it was first worked out. So a biz that starts while
 * another one, or its own version before, is remembered would hold that one's loader for as long as it runs. Forgotten
 * before each start, nothing of another biz is found but what that asks for in the same moment.
 */
public final class GenericTypes {

    private static final List<String> FIELDS = List.of(
            "org.springframework.core.GenericTypeResolver#typeVariableCache",
            "org.springframework.data.core.ClassTypeInformation#cache",
            "org.springframework.data.core.ClassTypeInformation#resolvableTypeCache",
            "org.springframework.data.core.TypeDiscoverer#CACHE");

    private GenericTypes() {}

    /** Forgets all; what is still needed is worked out anew. */
    public static void forget() {
        ResolvableType.clearCache();
        Found.CACHES.forEach(SpringCaches::clear);
    }

    /** Made at the first use: finding the caches loads classes that a base needs no sooner. */
    private static final class Found {

        static final List<Object> CACHES =
                FIELDS.stream().map(SpringCaches::value).toList();
    }
}
