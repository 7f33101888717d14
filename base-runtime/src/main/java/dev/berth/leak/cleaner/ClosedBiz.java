package dev.berth.leak.cleaner;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A biz whose contexts are closed and whose loader is about to be closed.
 *
 * @param name how the biz is told apart in messages
 * @param loader the loader that defines its classes
 * @param base the loader that threads which outlive the biz get for a context loader in the place of its own
 * @param neighbours the loaders of all others that run
 */
public record ClosedBiz(String name, ClassLoader loader, ClassLoader base, Set<ClassLoader> neighbours) {

    public ClosedBiz {
        neighbours = Set.copyOf(neighbours);
    }

    /** Tells whether a loader is that of the biz or one that the biz has made below it. */
    public boolean owns(@Nullable ClassLoader candidate) {
        for (ClassLoader each = candidate; each != null; each = each.getParent()) {
            if (each == loader) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether something is an object of the biz's classes, one of these classes, or one of its loaders. */
    public boolean made(@Nullable Object candidate) {
        if (candidate == null) {
            return false;
        }
        if (candidate instanceof ClassLoader itself && owns(itself)) {
            return true;
        }
        Class<?> type = candidate instanceof Class<?> itself ? itself : candidate.getClass();
        return owns(type.getClassLoader());
    }

    /**
     * Tells whether a class of that name is one of the biz's own and of nobody else who runs.
     *
     * <p>Stacks have names of classes only, and the next revision of a biz has the same ones.
     */
    boolean aloneDefines(String className) {
        return defines(loader, className) && neighbours.stream().noneMatch(each -> defines(each, className));
    }

    /** Tells whether a class of that name is one of the biz's own, and perhaps of another revision too. */
    boolean defines(String className) {
        return defines(loader, className);
    }

    private static boolean defines(ClassLoader loader, String className) {
        try {
            return Class.forName(className, false, loader).getClassLoader() == loader;
        } catch (ClassNotFoundException | LinkageError none) {
            return false;
        }
    }
}
