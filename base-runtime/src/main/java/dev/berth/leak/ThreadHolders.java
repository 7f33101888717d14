package dev.berth.leak;

import dev.berth.api.BizScope;
import dev.berth.lifecycle.LoaderHolder;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Live threads: by their class, by what they run, by their context loader, and by the classes on their stacks.
 *
 * <p>A stack has no more than names of classes. A frame counts when the biz has its package and the thread belongs to no
 * other loader than the biz's or the JVM's and base's.
 */
final class ThreadHolders implements HolderSource {

    @Override
    public void find(Suspect suspect, Consumer<LoaderHolder> found) {
        Thread.getAllStackTraces().forEach((thread, frames) -> {
            String reason = reason(suspect, thread, frames);
            if (reason != null && thread != Thread.currentThread()) {
                found.accept(new LoaderHolder(
                        "thread", "Thread '" + thread.getName() + "' " + reason, Optional.of(stack(frames))));
            }
        });
    }

    private static @Nullable String reason(Suspect suspect, Thread thread, StackTraceElement[] frames) {
        if (suspect.owns(thread.getClass())) {
            return "is a " + thread.getClass().getName() + " of the biz";
        }
        Optional<Object> task = task(thread).filter(suspect::ownsObject);
        if (task.isPresent()) {
            return "runs a " + task.get().getClass().getName() + " of the biz";
        }
        if (suspect.owns(thread.getContextClassLoader())) {
            return "has the biz's loader as its context loader";
        }
        if (suspect.ownsObject(
                Opened.field(thread, Thread.class, "uncaughtExceptionHandler").orElse(null))) {
            return "has an uncaught exception handler of the biz";
        }
        if (inherits(suspect, thread)) {
            return "was started by code of the biz, whose access control context it keeps";
        }
        if (belongsToAnother(thread.getContextClassLoader())) {
            return null;
        }
        return Arrays.stream(frames)
                .map(StackTraceElement::getClassName)
                .filter(suspect::mayOwn)
                .findFirst()
                .map(name -> "runs code of " + name)
                .orElse(null);
    }

    /** Another revision of the biz has the same packages. */
    private static boolean belongsToAnother(@Nullable ClassLoader context) {
        for (ClassLoader loader = context; loader != null; loader = loader.getParent()) {
            if (loader instanceof BizScope) {
                return true;
            }
        }
        return false;
    }

    /** What a thread was made to run; kept elsewhere since JDK 19. */
    static Optional<Object> task(Thread thread) {
        return Opened.field(thread, Thread.class, "target").or(() -> Opened.field(thread, Thread.class, "holder")
                .flatMap(holder -> Opened.field(holder, holder.getClass(), "task")));
    }

    /** Up to JDK 23 a thread keeps who was on the stack when it was made. */
    private static boolean inherits(Suspect suspect, Thread thread) {
        return Opened.field(thread, Thread.class, "inheritedAccessControlContext")
                .flatMap(context -> Opened.field(context, context.getClass(), "context"))
                .filter(domains -> Arrays.stream((java.security.ProtectionDomain[]) domains)
                        .anyMatch(domain -> domain != null && suspect.owns(domain.getClassLoader())))
                .isPresent();
    }

    private static String stack(StackTraceElement[] frames) {
        return Arrays.stream(frames).map(frame -> "\tat " + frame).collect(Collectors.joining(System.lineSeparator()));
    }
}
