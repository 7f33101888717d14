package dev.berth.benchmarks.load;

import java.util.List;

/** What can come of a request. */
public enum Outcome {
    ANSWERED("answered"),
    NO_CONNECTION("connection error"),
    LATE("no answer in 10 s"),
    STATUS("wrong status"),
    BODY("wrong body"),
    CUT("cut answer"),
    STALE("begun on a revision that another had replaced");

    /** What counts as a lost request. A stale one was answered, by who should not have. */
    public static final List<Outcome> LOST = List.of(NO_CONNECTION, LATE, STATUS, BODY, CUT);

    private final String title;

    Outcome(String title) {
        this.title = title;
    }

    /** Returns what a report calls it. */
    public String title() {
        return title;
    }
}
