package dev.berth.benchmarks.host;

import java.util.List;

/** How the base bounds the calls that a biz may have in flight. */
public enum Guard {
    NONE("without bulkhead", "1000000"),
    DEFAULT("default bulkhead", ""),
    SMALL("bulkhead of 2", "2");

    private final String title;
    private final String limit;

    Guard(String title, String limit) {
        this.title = title;
        this.limit = limit;
    }

    /** Returns its name in a report. */
    public String title() {
        return title;
    }

    /** Returns what says so to the base of Berth. */
    public List<String> arguments() {
        return limit.isEmpty() ? List.of() : List.of("--berth.biz.max-concurrent=" + limit);
    }
}
