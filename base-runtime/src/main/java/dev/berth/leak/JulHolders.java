package dev.berth.leak;

import dev.berth.lifecycle.LoaderHolder;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** What a biz can leave in the JDK's own logging: handlers, filters, formatters, bundles and levels of loggers. */
final class JulHolders implements HolderSource {

    @Override
    public void find(Suspect suspect, Consumer<LoaderHolder> found) {
        for (String name : Collections.list(LogManager.getLogManager().getLoggerNames())) {
            Logger logger = LogManager.getLogManager().getLogger(name);
            if (logger != null) {
                look(suspect, logger, found);
            }
        }
    }

    private static void look(Suspect suspect, Logger logger, Consumer<LoaderHolder> found) {
        String where = "java.util.logging's logger '" + logger.getName() + "'";
        Object[] parts = {logger, logger.getFilter(), logger.getLevel(), logger.getResourceBundle()};
        for (Object part : parts) {
            if (suspect.ownsObject(part)) {
                found.accept(LoaderHolder.of(
                        "logger", where + " has a " + part.getClass().getName() + " of the biz"));
            }
        }
        for (Handler handler : logger.getHandlers()) {
            Object[] ofHandler = {
                handler, handler.getFilter(), handler.getFormatter(), handler.getErrorManager(), handler.getLevel()
            };
            for (Object part : ofHandler) {
                if (suspect.ownsObject(part)) {
                    found.accept(LoaderHolder.of(
                            "log handler", where + " has a " + part.getClass().getName() + " of the biz"));
                }
            }
        }
    }
}
