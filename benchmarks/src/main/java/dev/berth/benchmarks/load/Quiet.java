package dev.berth.benchmarks.load;

import dev.berth.benchmarks.http.HttpAnswer;
import dev.berth.benchmarks.http.HttpConnection;
import dev.berth.benchmarks.measure.Distribution;
import dev.berth.benchmarks.measure.Timings;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A caller of a biz that does no harm: a request each 20 ms on one connection, whose time counts from when it was due. One
 * that was due and got no right answer by the end has failed, sent or not, and counts with the time that it was late.
 *
 * @param times the times of all requests that were due
 * @param failed how many of them got no right answer
 */
public record Quiet(Distribution times, long failed) {

    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int ITEM = 7;

    /** Calls the biz {@code load}, of version 1, for a time. */
    public static Quiet measure(int port, Duration time) {
        return new Caller(port).run(time);
    }

    private static final class Caller {

        private final int port;
        private final byte[] request = Exchange.ITEM.request(ITEM, 0).bytes(true);
        private final String expected = Exchange.ITEM.expected(1, ITEM);
        private final Timings times = new Timings();
        private @Nullable HttpConnection connection;
        private long failed;

        Caller(int port) {
            this.port = port;
        }

        Quiet run(Duration time) {
            long begun = System.nanoTime();
            long end = begun + time.toNanos();
            try {
                for (long due = begun; due < end; due += EVERY_NANOS) {
                    sleepUntil(due);
                    boolean right = System.nanoTime() < end && call();
                    failed += right ? 0 : 1;
                    times.record(System.nanoTime() - due);
                }
            } finally {
                hangUp();
            }
            return new Quiet(times.distribution(), failed);
        }

        private boolean call() {
            try {
                HttpConnection current = connection;
                if (current == null) {
                    current = HttpConnection.open(port);
                    connection = current;
                }
                HttpAnswer answer = current.exchange(request);
                if (!answer.reusable()) {
                    hangUp();
                }
                return answer.status() == 200 && answer.body().equals(expected);
            } catch (IOException lost) {
                hangUp();
                return false;
            }
        }

        private void hangUp() {
            HttpConnection current = connection;
            connection = null;
            if (current != null) {
                current.close();
            }
        }

        private static void sleepUntil(long due) {
            try {
                long left = due - System.nanoTime();
                if (left > 0) {
                    TimeUnit.NANOSECONDS.sleep(left);
                }
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
