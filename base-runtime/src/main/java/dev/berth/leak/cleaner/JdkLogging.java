package dev.berth.leak.cleaner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.logging.ErrorManager;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Handlers, filters, formatters, error managers and levels of a biz at the loggers of {@code java.util.logging}.
 *
 * <p>A handler of the biz is removed. One of somebody else goes on, and so does a logger: only the biz's part is taken out,
 * and what the base had there is put back.
 */
public final class JdkLogging implements Cleaner {

    private final Map<String, OfLogger> loggers = new HashMap<>();
    private final Map<Handler, OfHandler> handlers = Collections.synchronizedMap(new WeakHashMap<>());

    /** Remembers what the base has; made before any biz runs. */
    public JdkLogging() {
        for (Logger logger : loggers()) {
            loggers.put(logger.getName(), new OfLogger(logger.getFilter(), logger.getLevel()));
            for (Handler handler : logger.getHandlers()) {
                handlers.put(handler, OfHandler.now(handler));
            }
        }
    }

    private record OfLogger(@Nullable Filter filter, @Nullable Level level) {}

    private record OfHandler(@Nullable Filter filter, @Nullable Formatter formatter, ErrorManager errors, Level level) {

        /** A handler that came later has what the JDK gives a new one. */
        private static final OfHandler USUAL =
                new OfHandler(null, new SimpleFormatter(), new ErrorManager(), Level.ALL);

        private static OfHandler now(Handler handler) {
            return new OfHandler(
                    handler.getFilter(), handler.getFormatter(), handler.getErrorManager(), handler.getLevel());
        }
    }

    private static List<Logger> loggers() {
        List<Logger> loggers = new ArrayList<>();
        for (String name : Collections.list(LogManager.getLogManager().getLoggerNames())) {
            Logger logger = LogManager.getLogManager().getLogger(name);
            if (logger != null) {
                loggers.add(logger);
            }
        }
        return loggers;
    }

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        List<Leftover> leftovers = new ArrayList<>();
        for (Logger logger : loggers()) {
            String at = " at logger '" + logger.getName() + "' of java.util.logging";
            OfLogger before = loggers.getOrDefault(logger.getName(), new OfLogger(null, null));
            for (Handler handler : logger.getHandlers()) {
                if (biz.made(handler)) {
                    leftovers.add(
                            Leftover.of(what("Handler ", handler, at), "removed", () -> logger.removeHandler(handler)));
                } else {
                    inHandler(handler, " of handler " + handler.getClass().getName() + at, biz, leftovers);
                }
            }
            if (biz.made(logger.getFilter())) {
                leftovers.add(replaced("Filter ", logger.getFilter(), at, () -> logger.setFilter(before.filter())));
            }
            if (biz.made(logger.getLevel())) {
                leftovers.add(replaced("Level ", logger.getLevel(), at, () -> logger.setLevel(level(logger, before))));
            }
        }
        return leftovers;
    }

    private void inHandler(Handler handler, String at, ClosedBiz biz, List<Leftover> leftovers) {
        OfHandler before = handlers.getOrDefault(handler, OfHandler.USUAL);
        if (biz.made(handler.getFilter())) {
            leftovers.add(replaced("Filter ", handler.getFilter(), at, () -> handler.setFilter(before.filter())));
        }
        if (biz.made(handler.getFormatter())) {
            Formatter formatter = before.formatter() == null ? OfHandler.USUAL.formatter() : before.formatter();
            leftovers.add(replaced("Formatter ", handler.getFormatter(), at, () -> handler.setFormatter(formatter)));
        }
        if (biz.made(handler.getErrorManager())) {
            leftovers.add(replaced(
                    "Error manager ", handler.getErrorManager(), at, () -> handler.setErrorManager(before.errors())));
        }
        if (biz.made(handler.getLevel())) {
            leftovers.add(replaced("Level ", handler.getLevel(), at, () -> handler.setLevel(before.level())));
        }
    }

    /** The root has to have one; others inherit. */
    private static @Nullable Level level(Logger logger, OfLogger before) {
        return before.level() == null && logger.getParent() == null ? Level.INFO : before.level();
    }

    private static Leftover replaced(String kind, Object part, String at, Leftover.Action action) {
        return Leftover.of(what(kind, part, at), "replaced by what was there before", action);
    }

    private static String what(String kind, Object part, String at) {
        return kind + part.getClass().getName() + at;
    }
}
