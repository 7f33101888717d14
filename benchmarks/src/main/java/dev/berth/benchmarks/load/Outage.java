package dev.berth.benchmarks.load;

/** How long a host gave no answer: from the sending of a failed request to that of the next one answered. Safe for threads. */
final class Outage {

    private long failedSince;
    private boolean failing;
    private long longest;

    /** Notes what came of a request that was sent then. */
    synchronized void note(boolean answered, long sentNanos) {
        if (!answered && !failing) {
            failing = true;
            failedSince = sentNanos;
        } else if (answered && failing && sentNanos - failedSince > 0) {
            failing = false;
            longest = Math.max(longest, sentNanos - failedSince);
        }
    }

    /** Returns the longest one since the last call, which may not have ended yet, in nanoseconds. */
    synchronized long takeLongest(long nowNanos) {
        long result = failing ? Math.max(longest, nowNanos - failedSince) : longest;
        longest = 0;
        return result;
    }
}
