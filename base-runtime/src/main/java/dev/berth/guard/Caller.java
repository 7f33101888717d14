package dev.berth.guard;

import dev.berth.api.BizIdentity;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The biz that called a method of the JDK.
 *
 * @param biz the biz
 * @param loader its class loader; not to be kept
 * @param place from where, as far as that is known
 */
record Caller(BizIdentity biz, ClassLoader loader, String place) {

    /** A lambda and a method reference have frames of their own, which are hidden otherwise. */
    private static final StackWalker WALKER =
            StackWalker.getInstance(Set.of(Option.RETAIN_CLASS_REFERENCE, Option.SHOW_HIDDEN_FRAMES));

    /** Returns the innermost biz on the stack, else the one that the thread works for, unless there is none. */
    static Optional<Caller> current() {
        Optional<Caller> onStack = WALKER.walk(Caller::innermost);
        return onStack.isPresent() ? onStack : byThread(Thread.currentThread());
    }

    private static Optional<Caller> innermost(Stream<StackFrame> frames) {
        return frames.flatMap(frame ->
                        of(
                                frame.getDeclaringClass().getClassLoader(),
                                frame.toStackTraceElement().toString())
                                .stream())
                .findFirst();
    }

    /** Returns the biz that a thread works for, going by its context loader. */
    static Optional<Caller> byThread(Thread thread) {
        return of(thread.getContextClassLoader(), "a thread of its own");
    }

    /** Tells whether a method of the JDK was called by a method of the same name in the same class. */
    static boolean isInner(Class<?> type, String method) {
        long calls = WALKER.walk(frames -> frames.filter(frame -> frame.getDeclaringClass() == type
                        && frame.getMethodName().equals(method))
                .limit(2)
                .count());
        return calls == 2;
    }

    /** Returns the biz whose loader this is. */
    static Optional<Caller> ofLoader(ClassLoader loader) {
        return of(loader, "an unknown place");
    }

    /** Returns the biz that a class belongs to. */
    static Optional<Caller> ofClass(Class<?> type) {
        return of(type.getClassLoader(), "an unknown place");
    }

    private static Optional<Caller> of(@Nullable ClassLoader loader, String place) {
        return scope(loader).flatMap(scope -> BizIdentity.of(scope).map(biz -> new Caller(biz, scope, place)));
    }

    /** Returns the biz that a loader belongs to: its own, or one that a biz has made below its own. */
    private static Optional<ClassLoader> scope(@Nullable ClassLoader loader) {
        for (ClassLoader each = loader; each != null; each = each.getParent()) {
            if (BizIdentity.of(each).isPresent()) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
