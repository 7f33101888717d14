package dev.berth.fidelity.lines;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;

/** What the clock started, and on which threads. */
public final class ScheduledLine implements Line {

    @Override
    public String name() {
        return "scheduled";
    }

    @Override
    public String shows() {
        return "`@Scheduled` by rate, delay and cron, and the `TaskScheduler`";
    }

    @Override
    public void visit(Visitor visitor) {

        visitor.get("/runs").answers(200).with("\"often\":\"clock-1 true\"", "once", "every second", "failing again");
        visitor.postForm("/jobs", "text=tea").answers(200).with("tea on clock-1");
    }
}
