package dev.berth.benchmarks.host;

import java.util.List;

/** How long a host keeps what only soft references reach. */
public enum SoftReferences {
    /** Until the next collection, so that what stays is held hard. */
    CLEARED("soft references cleared", List.of("-XX:SoftRefLRUPolicyMSPerMB=0")),
    /** As the JVM does unless told otherwise: for minutes. */
    KEPT("default flags", List.of());

    private final String title;
    private final List<String> options;

    SoftReferences(String title, List<String> options) {
        this.title = title;
        this.options = options;
    }

    /** Returns its name in a report. */
    public String title() {
        return title;
    }

    List<String> options() {
        return options;
    }
}
