package dev.berth.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import dev.berth.api.BizIdentity;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Applies the levels of a biz to what its threads log, through whatever logger, and to nothing else.
 *
 * <p>Asked at every call of every logger, so it looks at the thread only when some biz has levels at all.
 */
final class BizLevels extends TurboFilter {

    private final Map<String, Map<String, Level>> levels = new ConcurrentHashMap<>();

    void set(String revision, Map<String, Level> ofBiz) {
        if (ofBiz.isEmpty()) {
            levels.remove(revision);
        } else {
            levels.put(revision, Map.copyOf(ofBiz));
        }
    }

    void forget(String revision) {
        levels.remove(revision);
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] params,
            @Nullable Throwable thrown) {
        if (levels.isEmpty()) {
            return FilterReply.NEUTRAL;
        }
        Optional<BizIdentity> biz = BizIdentity.current();
        Map<String, Level> ofBiz =
                biz.map(identity -> levels.get(identity.revision())).orElse(null);
        if (ofBiz == null) {
            return FilterReply.NEUTRAL;
        }
        Level wanted = nearest(ofBiz, logger.getName());
        if (wanted == null) {
            return FilterReply.NEUTRAL;
        }
        return level.isGreaterOrEqual(wanted) ? FilterReply.ACCEPT : FilterReply.DENY;
    }

    private static @Nullable Level nearest(Map<String, Level> ofBiz, String logger) {
        String name = logger;
        while (true) {
            Level level = ofBiz.get(name);
            if (level != null) {
                return level;
            }
            int dot = name.lastIndexOf('.');
            if (dot < 0) {
                return ofBiz.get(Logger.ROOT_LOGGER_NAME);
            }
            name = name.substring(0, dot);
        }
    }
}
