package dev.berth.leak.cleaner;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A thread that runs, and where it was when it was looked at.
 *
 * @param thread the thread
 * @param stack its frames, the innermost first
 */
record LiveThread(Thread thread, List<StackTraceElement> stack) {

    private static final String POOLED = "java.util.concurrent.ThreadPoolExecutor$Worker";

    /** Returns all platform threads but the current one. */
    static List<LiveThread> platform() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey() != Thread.currentThread())
                .map(entry -> new LiveThread(entry.getKey(), List.of(entry.getValue())))
                .toList();
    }

    /** Returns the virtual threads that the JDK keeps track of, which is all of them unless it was told not to. */
    static List<LiveThread> virtual() {
        List<LiveThread> threads = new ArrayList<>();
        try {
            Class<?> containers = Class.forName("jdk.internal.vm.ThreadContainers");
            collect(invoke(containers, containers, "root"), threads);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError none) {
            // A JDK without virtual threads, or one that is closed to us
            return List.of();
        }
        return threads;
    }

    private static void collect(Object container, List<LiveThread> threads) throws ReflectiveOperationException {
        Class<?> type = Class.forName("jdk.internal.vm.ThreadContainer");
        ((Stream<?>) invoke(type, container, "threads"))
                .map(Thread.class::cast)
                .filter(thread -> thread.getClass().getName().equals("java.lang.VirtualThread"))
                .forEach(thread -> threads.add(new LiveThread(thread, List.of(thread.getStackTrace()))));
        for (Object child : ((Stream<?>) invoke(type, container, "children")).toList()) {
            collect(child, threads);
        }
    }

    private static Object invoke(Class<?> type, Object target, String name)
            throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
        Method method = type.getDeclaredMethod(name);
        method.setAccessible(true);
        return method.invoke(target);
    }

    /** Returns the threads of this JVM without their stacks, which is quicker. */
    static List<Thread> threads() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] room = new Thread[root.activeCount() * 2 + 64];
        int count = root.enumerate(room);
        return Arrays.stream(room, 0, count)
                .filter(thread -> thread != Thread.currentThread())
                .toList();
    }

    /** Returns what a platform thread was made to run, unless it is a class of its own. */
    static Optional<Object> task(Thread thread) {
        return Internals.value(thread, "holder")
                .flatMap(holder -> Internals.value(holder, "task"))
                .or(() -> Internals.value(thread, "target"));
    }

    /** Returns the executor whose worker a thread is. */
    static Optional<Object> executor(Thread thread) {
        return task(thread)
                .filter(task -> task.getClass().getName().equals(POOLED))
                .flatMap(worker -> Internals.value(worker, "this$0"));
    }

    /**
     * Returns the innermost frame that is the biz's; a frame has no more of its loader than the name. Nothing counts in a
     * thread that works for somebody else.
     */
    Optional<StackTraceElement> frameOf(ClosedBiz biz) {
        ClassLoader context = thread.getContextClassLoader();
        if (biz.isOfAnother(context)) {
            return Optional.empty();
        }
        boolean known = biz.owns(context);
        return stack.stream()
                .filter(frame -> frame.getModuleName() == null)
                .filter(frame ->
                        Objects.equals(frame.getClassLoaderName(), biz.loader().getName()))
                .filter(frame -> known ? biz.defines(frame.getClassName()) : isCertain(frame, context, biz))
                .findFirst();
    }

    private static boolean isCertain(StackTraceElement frame, @Nullable ClassLoader context, ClosedBiz biz) {
        return biz.aloneDefines(frame.getClassName()) && !biz.hasAnotherLike(context, frame.getClassName());
    }

    Optional<String> stackText() {
        return Optional.of(text(stack.toArray(StackTraceElement[]::new))).filter(text -> !text.isEmpty());
    }

    /** Returns a stack, one frame a line. */
    static String text(StackTraceElement[] stack) {
        return Arrays.stream(stack).map(frame -> "\tat " + frame).collect(Collectors.joining(System.lineSeparator()));
    }
}
