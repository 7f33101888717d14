package dev.berth.logging;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.status.StatusListener;
import dev.berth.leak.cleaner.Cleaner;
import dev.berth.leak.cleaner.ClosedBiz;
import dev.berth.leak.cleaner.Leftover;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Appenders, filters and listeners that a biz has added to the base's Logback by its own code. */
final class LogbackParts implements Cleaner {

    private final LoggerContext context;

    LogbackParts(LoggerContext context) {
        this.context = context;
    }

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        List<Leftover> leftovers = new ArrayList<>();
        context.getLoggerList().forEach(logger -> appenders(logger, biz, leftovers));
        for (TurboFilter filter : context.getTurboFilterList()) {
            if (biz.made(filter)) {
                leftovers.add(removed(
                        "Filter", filter, () -> context.getTurboFilterList().remove(filter)));
            }
        }
        for (LoggerContextListener listener : context.getCopyOfListenerList()) {
            if (biz.made(listener) || CountedEvents.countsFor(biz, listener)) {
                leftovers.add(removed("Listener", listener, () -> context.removeListener(listener)));
            }
        }
        for (StatusListener listener : context.getStatusManager().getCopyOfStatusListenerList()) {
            if (biz.made(listener)) {
                leftovers.add(removed("Status listener", listener, () -> context.getStatusManager()
                        .remove(listener)));
            }
        }
        return leftovers;
    }

    /** An appender of someone else that a biz has given a filter goes on without that filter. */
    private static void appenders(Logger logger, ClosedBiz biz, List<Leftover> leftovers) {
        for (Iterator<Appender<ILoggingEvent>> all = logger.iteratorForAppenders(); all.hasNext(); ) {
            Appender<ILoggingEvent> appender = all.next();
            String at = "ppender of logger '" + logger.getName() + "'";
            if (biz.made(appender)) {
                leftovers.add(removed("A" + at, appender, () -> detach(logger, appender)));
                continue;
            }
            for (Filter<ILoggingEvent> filter : appender.getCopyOfAttachedFiltersList()) {
                if (biz.made(filter)) {
                    leftovers.add(removed("Filter of a" + at, filter, () -> takeOut(filter, appender)));
                }
            }
        }
    }

    /** Logback can only clear them all. */
    private static void takeOut(Filter<ILoggingEvent> filter, Appender<ILoggingEvent> appender) {
        List<Filter<ILoggingEvent>> filters = appender.getCopyOfAttachedFiltersList();
        appender.clearAllFilters();
        filters.stream().filter(each -> each != filter).forEach(appender::addFilter);
    }

    private static void detach(Logger logger, Appender<ILoggingEvent> appender) {
        logger.detachAppender(appender);
        appender.stop();
    }

    private static Leftover removed(String kind, Object part, Runnable removal) {
        return new Leftover(
                kind + " " + part.getClass().getName() + " in the base's Logback",
                "was removed",
                "could not be removed",
                Optional.empty(),
                () -> {
                    removal.run();
                    return true;
                });
    }
}
