package dev.berth.lifecycle;

import java.util.Arrays;
import java.util.stream.Stream;

/** Finds the threads of this JVM; virtual ones are in no list, who wants those has to remember them. */
public final class LiveThreads {

    private LiveThreads() {}

    /** Returns the platform threads that live now, without stopping any. */
    public static Stream<Thread> all() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[Math.max(1, root.activeCount()) * 2];
        int count = root.enumerate(threads);
        while (count == threads.length) {
            // More have come meanwhile; what does not fit is left out silently
            threads = new Thread[threads.length * 2];
            count = root.enumerate(threads);
        }
        return Arrays.stream(threads, 0, count);
    }
}
