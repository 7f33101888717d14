package dev.berth.web.session;

import dev.berth.lifecycle.Revision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what was carried to a revision, and counts and logs what was not. */
final class Drops {

    private static final Logger logger = LoggerFactory.getLogger(Drops.class);

    private final Revision revision;

    Drops(Revision revision) {
        this.revision = revision;
    }

    void carried() {
        revision.sessions().carried();
    }

    /** Reports a value that was not carried; neither the value nor the session's id is told. */
    void dropped(String attribute, NotCarried why) {
        revision.sessions().dropped("'" + attribute + "': " + why.getMessage());
        logger.atWarn()
                .addKeyValue("biz", revision.id().name())
                .addKeyValue("revision", revision.id())
                .log("Session attribute '{}' is dropped: {}", attribute, why.getMessage());
    }
}
