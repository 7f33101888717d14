package dev.berth.application;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads from the stack of a thread of a pool of the JDK whether it is at a task, and at which.
 *
 * <p>Such a pool knows how many of its threads are at work but tells nobody which, and its tasks can't be wrapped without
 * giving the biz another pool than the one it has made.
 */
final class WorkerStack {

    private static final String POOL = "java.util.concurrent.ThreadPoolExecutor";
    private static final String FORK_JOIN_TASK = "java.util.concurrent.ForkJoinTask";

    private WorkerStack() {}

    /** Returns where the task of a thread begins, as class and method, or nothing when the thread waits for one. */
    static Optional<String> task(Thread worker) {
        return task(worker.getStackTrace());
    }

    /** Tells whether a thread of a pool waits for a task or shows by code of its own at which it is: not in between. */
    static boolean isSettled(Thread worker) {
        StackTraceElement[] stack = worker.getStackTrace();
        return task(stack).map(entry -> !isOfJdk(entry)).orElseGet(() -> isIdle(stack));
    }

    /** Tells whether a thread shows by code of its own that it is at a task. */
    static boolean isAtTask(Thread worker) {
        return task(worker).filter(entry -> !isOfJdk(entry)).isPresent();
    }

    private static boolean isIdle(StackTraceElement[] stack) {
        return Stream.of(stack).anyMatch(frame -> is(frame, POOL, "getTask") || is(frame, POOL, "processWorkerExit"));
    }

    static Optional<String> task(StackTraceElement[] stack) {
        for (int i = stack.length - 1; i > 0; i--) {
            if (is(stack[i], POOL, "runWorker")) {
                return is(stack[i - 1], POOL, "getTask") || is(stack[i - 1], POOL, "processWorkerExit")
                        ? Optional.empty()
                        : Optional.of(entry(stack, i - 1));
            }
            if (is(stack[i], FORK_JOIN_TASK, "doExec")) {
                return Optional.of(entry(stack, i - 1));
            }
        }
        return Optional.empty();
    }

    /** The wrappers of the JDK are the same for all tasks. */
    private static String entry(StackTraceElement[] stack, int outermost) {
        for (int i = outermost; i >= 0; i--) {
            if (!isOfJdk(stack[i].getClassName())) {
                return name(stack[i]);
            }
        }
        return name(stack[outermost]);
    }

    private static boolean isOfJdk(String name) {
        return name.startsWith("java.") || name.startsWith("jdk.");
    }

    private static String name(StackTraceElement frame) {
        return frame.getClassName() + "." + frame.getMethodName();
    }

    private static boolean is(StackTraceElement frame, String type, String method) {
        return frame.getClassName().equals(type) && frame.getMethodName().equals(method);
    }
}
