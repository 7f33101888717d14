package dev.berth.benchmarks.load;

/** The kinds of requests that a load is made of: what, over which connection, by how many threads, how often. */
public enum Traffic {
    GET_KEPT("GET, keep-alive", Exchange.ITEM, true, 2, 8),
    GET_FRESH("GET, fresh connection", Exchange.ITEM, false, 1, 16),
    POST_KEPT("POST, keep-alive", Exchange.RECEIPT, true, 1, 8),
    POST_FRESH("POST, fresh connection", Exchange.RECEIPT, false, 1, 16),
    SLOW("slow GET", Exchange.SLOW, true, 2, SlowTime.LEAST_MILLIS),
    EVENTS("SSE of " + Exchange.EVENT_COUNT + " events", Exchange.EVENTS, true, 2, SlowTime.LEAST_MILLIS);

    private final String title;
    private final Exchange exchange;
    private final boolean keptAlive;
    private final int threads;
    private final int everyMillis;

    Traffic(String title, Exchange exchange, boolean keptAlive, int threads, int everyMillis) {
        this.title = title;
        this.exchange = exchange;
        this.keptAlive = keptAlive;
        this.threads = threads;
        this.everyMillis = everyMillis;
    }

    /** Returns what a report calls it. */
    public String title() {
        return title;
    }

    Exchange exchange() {
        return exchange;
    }

    boolean isKeptAlive() {
        return keptAlive;
    }

    int threads() {
        return threads;
    }

    /** Returns how often each thread sends, if the answer to its last request is there. */
    int everyMillis() {
        return everyMillis;
    }

    /** Returns whether its times say something of the host; the others take as long as they were asked to. */
    boolean isQuick() {
        return exchange == Exchange.ITEM || exchange == Exchange.RECEIPT;
    }

    /** Says what a load is made of. */
    public static String description() {
        return "load: paced closed loop, 9 connections; 3 keep-alive ones send every 8 ms, 2 fresh ones every 16 ms, 2 slow and 2"
                + " SSE ones when the last has ended; a time counts from when its request was due";
    }
}
