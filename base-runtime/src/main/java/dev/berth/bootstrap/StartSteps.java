package dev.berth.bootstrap;

import dev.berth.control.BaseView.StartStep;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records the order in which a base comes up, for {@code GET /v1/base} and the log. */
final class StartSteps {

    private static final Logger logger = LoggerFactory.getLogger(StartSteps.class);

    private final List<StartStep> steps = new CopyOnWriteArrayList<>();
    private final Clock clock;

    StartSteps(Clock clock) {
        this.clock = clock;
    }

    void reached(String step) {
        steps.add(new StartStep(step, clock.instant()));
        logger.atDebug().log("The start has reached step '{}'", step);
    }

    List<StartStep> all() {
        return List.copyOf(steps);
    }
}
