package dev.berth.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import dev.berth.api.BizIdentity;
import dev.berth.lifecycle.Revision;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reports the errors that a biz, or a library in it, catches and logs: message listeners, asynchronous methods and tasks of
 * pools end there and nowhere else.
 *
 * <p>Below WARN libraries log what they expect, such as a class that is not there. Safe for use by many threads.
 */
final class LoggedErrors {

    private final Map<String, Revision> revisions = new ConcurrentHashMap<>();

    void watch(Revision revision) {
        revisions.put(revision.id().toString(), revision);
    }

    void forget(Revision revision) {
        revisions.remove(revision.id().toString());
    }

    void see(ILoggingEvent event) {
        if (event.getThrowableProxy() instanceof ThrowableProxy proxy
                && event.getLevel().isGreaterOrEqual(Level.WARN)) {
            Revision revision = BizIdentity.current()
                    .map(identity -> revisions.get(identity.revision()))
                    .orElse(null);
            if (revision != null) {
                revision.report(proxy.getThrowable());
            }
        }
    }
}
