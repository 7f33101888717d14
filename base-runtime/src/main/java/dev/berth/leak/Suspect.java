package dev.berth.leak;

import java.lang.ref.Reference;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The loader of a closed revision, as those see it who look for what holds it: they can ask whether something is its own,
 * and get nothing that would hold it too.
 *
 * @param loader the loader; never read, only compared
 * @param packages the packages in which it has defined classes
 */
record Suspect(Reference<ClassLoader> loader, Set<String> packages) {

    Suspect {
        packages = Set.copyOf(packages);
    }

    /** Tells whether a loader is the biz's, or a child of it that the biz has made. */
    boolean owns(@Nullable ClassLoader candidate) {
        ClassLoader current = candidate;
        while (current != null) {
            if (loader.refersTo(current)) {
                return true;
            }
            current = current.getParent();
        }
        return false;
    }

    /** Tells whether a class is the biz's, or an array or a proxy of such. */
    boolean owns(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return owns(element.getClassLoader());
    }

    /** Tells whether an object is of a class of the biz, or is such a class or the loader itself. */
    boolean ownsObject(@Nullable Object object) {
        if (object == null) {
            return false;
        }
        if (object instanceof Class<?> type) {
            return owns(type);
        }
        return object instanceof ClassLoader candidate ? owns(candidate) : owns(object.getClass());
    }

    /** Tells whether a class of that name may be the biz's, going by its package; others can have such a package too. */
    boolean mayOwn(String className) {
        int dot = className.lastIndexOf('.');
        return packages.contains(dot < 0 ? "" : className.substring(0, dot));
    }
}
