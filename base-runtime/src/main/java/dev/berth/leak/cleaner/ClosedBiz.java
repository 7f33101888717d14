package dev.berth.leak.cleaner;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A biz whose contexts are closed and whose loader is about to be closed.
 *
 * @param name how the biz is told apart in messages
 * @param loader the loader that defines its classes
 * @param base the loader that threads which outlive the biz get for a context loader in the place of its own
 * @param neighbours the loaders of all others that run, plugins among them
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

    /** Tells whether a loader is that of somebody else who runs, or one below it. */
    boolean isOfAnother(@Nullable ClassLoader candidate) {
        for (ClassLoader each = candidate; each != null; each = each.getParent()) {
            if (neighbours.contains(each)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Tells whether a frame of a class of that name can be nobody's but the biz's.
     *
     * <p>A stack has the names of classes and of their loaders only. The next revision of a biz has the same classes, the base
     * and plugins may have another version of the same library, and none of their loaders has a name.
     */
    boolean aloneDefines(String className) {
        return defines(className)
                && !hasAnotherLike(base, className)
                && neighbours.stream().noneMatch(each -> hasAnotherLike(each, className));
    }

    /** Tells whether a loader finds a class of that name whose frames look like those of the biz's. */
    boolean hasAnotherLike(@Nullable ClassLoader other, String className) {
        ClassLoader definer = definer(other, className);
        return definer != null && definer != loader && Objects.equals(definer.getName(), loader.getName());
    }

    /** Tells whether a class of that name is one of the biz's own, and perhaps of another revision too. */
    boolean defines(String className) {
        return definer(loader, className) == loader;
    }

    private static @Nullable ClassLoader definer(@Nullable ClassLoader loader, String className) {
        try {
            return Class.forName(className, false, loader).getClassLoader();
        } catch (ClassNotFoundException | LinkageError none) {
            return null;
        }
    }
}
