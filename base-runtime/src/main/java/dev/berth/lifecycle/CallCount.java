package dev.berth.lifecycle;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A number that many threads count up at once.
 *
 * <p>"Count in, then look" needs that no read of the caller which comes after the count, such as of the pointer, happens
 * before it. A {@link java.util.concurrent.atomic.LongAdder} promises no such order, and JDK 25 counts with release
 * semantics alone; here each count is a volatile read and write, and {@link #sum} reads so. On processors with strong
 * order both are the same instruction and cost the same. The counts are spread by thread over cells on cache lines of their
 * own. Safe for use by many threads and without locks.
 */
final class CallCount {

    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

    /** 128 bytes, since processors fetch cache lines in pairs. */
    private static final int LINE = 16;

    private static final int MOST = 64;

    private static final int STRIPES =
            Math.min(MOST, Integer.highestOneBit(2 * Runtime.getRuntime().availableProcessors() - 1));

    private final long[] cells = new long[(STRIPES + 1) * LINE];

    void increment() {
        CELL.getAndAdd(cells, cell(Thread.currentThread()), 1L);
    }

    /** Threads of one pool have successive ids and so cells of their own. */
    @SuppressWarnings("deprecation") // Its successor is not there on JDK 17
    private static int cell(Thread thread) {
        return (((int) thread.getId() & (STRIPES - 1)) + 1) * LINE;
    }

    /** Returns all counts that were there when this was called, and perhaps some that came meanwhile. */
    long sum() {
        long sum = 0;
        for (int cell = LINE; cell < cells.length; cell += LINE) {
            sum += (long) CELL.getVolatile(cells, cell);
        }
        return sum;
    }
}
