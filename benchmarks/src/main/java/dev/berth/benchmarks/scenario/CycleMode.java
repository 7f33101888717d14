package dev.berth.benchmarks.scenario;

import dev.berth.benchmarks.host.CycledHost;

/** How a revision ends in a cycle. */
public enum CycleMode {
    UNINSTALL("install, use, uninstall"),
    REPLACE("replace, use");

    private final String title;

    CycleMode(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Does one cycle, numbered from 1. */
    void run(CycledHost host, int number) {
        if (this == REPLACE && number > 1) {
            host.replace(number);
        } else {
            host.install(number);
        }
        host.use();
        if (this == UNINSTALL) {
            host.uninstall();
        }
    }

    /** Returns how many revisions are installed after so many cycles. */
    int installed(CycledHost host, int cycles) {
        return this == UNINSTALL ? 0 : Math.min(cycles, host.revisionsAfterReplace());
    }
}
