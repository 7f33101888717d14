package dev.berth.benchmarks.scenario;

import java.util.Locale;

/** What the harmful biz does. */
public enum Neighbour {
    NOTHING("nothing"),
    SPIN("busy loops"),
    ALLOCATE("allocates without end"),
    DEADLOCK("deadlocks"),
    HOARD("keeps all it allocates");

    private final String title;

    Neighbour(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    String path() {
        return "/noisy/noise/" + name().toLowerCase(Locale.ROOT);
    }
}
