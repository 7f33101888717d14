package dev.berth.leak.cleaner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Handlers, filters and formatters of a biz at the loggers of {@code java.util.logging}. */
public final class JdkLogging implements Cleaner {

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        List<Leftover> leftovers = new ArrayList<>();
        for (String name : Collections.list(LogManager.getLogManager().getLoggerNames())) {
            Logger logger = LogManager.getLogManager().getLogger(name);
            if (logger != null) {
                inLogger(logger, biz, leftovers);
            }
        }
        return leftovers;
    }

    private static void inLogger(Logger logger, ClosedBiz biz, List<Leftover> leftovers) {
        String at = " at logger '" + logger.getName() + "' of java.util.logging";
        for (Handler handler : logger.getHandlers()) {
            boolean own = Stream.of(handler, handler.getFilter(), handler.getFormatter(), handler.getErrorManager())
                    .filter(Objects::nonNull)
                    .anyMatch(biz::made);
            if (own) {
                leftovers.add(Leftover.of(
                        "Handler " + handler.getClass().getName() + at,
                        "removed",
                        () -> logger.removeHandler(handler)));
            }
        }
        if (biz.made(logger.getFilter())) {
            leftovers.add(Leftover.of(
                    "Filter " + logger.getFilter().getClass().getName() + at, "removed", () -> logger.setFilter(null)));
        }
    }
}
