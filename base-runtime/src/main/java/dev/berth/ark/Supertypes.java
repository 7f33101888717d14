package dev.berth.ark;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows in which locations of the base the types are that its classes extend and implement.
 *
 * <p>Safe for use by many threads. Each class is looked at once, for all biz.
 */
final class Supertypes {

    private final BaseClassPath base;
    private final Map<BitSet, BitSet> canonical = new ConcurrentHashMap<>();
    private final ClassValue<BitSet> locations = new ClassValue<>() {
        @Override
        protected BitSet computeValue(Class<?> type) {
            BitSet found = find(type);
            BitSet known = canonical.putIfAbsent(found, found);
            return known == null ? found : known;
        }
    };

    Supertypes(BaseClassPath base) {
        this.base = base;
    }

    /** Returns the locations of a class and of all its supertypes; not to be changed. */
    BitSet locations(Class<?> type) {
        return locations.get(type);
    }

    /** Returns what a class extends and implements itself. */
    static List<Class<?>> direct(Class<?> type) {
        List<Class<?>> supertypes = new ArrayList<>(List.of(type.getInterfaces()));
        Class<?> superclass = type.getSuperclass();
        if (superclass != null) {
            supertypes.add(superclass);
        }
        return supertypes;
    }

    private BitSet find(Class<?> type) {
        BitSet found = new BitSet();
        if (isOfTheJdk(type)) {
            return found;
        }
        found.or(own(type));
        direct(type).forEach(supertype -> found.or(locations(supertype)));
        return found;
    }

    /** Returns the location of a class; not to be changed. */
    BitSet own(Class<?> type) {
        BitSet having = base.having(type.getPackageName().replace('.', '/'));
        if (having.cardinality() <= 1) {
            return having;
        }
        // Of several that have the package the base's loader takes the first that has the class
        BitSet first = new BitSet();
        base.resources(type.getName().replace('.', '/') + ".class").stream()
                .limit(1)
                .forEach(resource -> first.set(resource.location()));
        return first;
    }

    private static boolean isOfTheJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }
}
