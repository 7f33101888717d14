package dev.berth.web.session;

import dev.berth.lifecycle.Revision;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what was carried to the revisions of a biz, and counts and logs what was not. */
final class Drops {

    private static final Logger logger = LoggerFactory.getLogger(Drops.class);

    private final Revision revision;
    private final LongAdder carried = new LongAdder();
    private final LongAdder dropped = new LongAdder();

    Drops(Revision revision) {
        this.revision = revision;
    }

    void carried() {
        carried.increment();
    }

    /** Reports a value that was not carried; neither the value nor the session's id is told. */
    void dropped(String attribute, NotCarried why) {
        dropped.increment();
        logger.atWarn()
                .addKeyValue("biz", revision.id().name())
                .addKeyValue("revision", revision.id())
                .log("Session attribute '{}' is dropped: {}", attribute, why.getMessage());
    }

    long carriedCount() {
        return carried.sum();
    }

    long droppedCount() {
        return dropped.sum();
    }
}
