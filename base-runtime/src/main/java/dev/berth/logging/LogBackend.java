package dev.berth.logging;

import dev.berth.biz.RevisionId;
import dev.berth.leak.cleaner.Cleaner;
import dev.berth.lifecycle.Revision;
import java.util.List;
import java.util.Map;

/** What is done to a logging library for each biz. */
interface LogBackend {

    /** Does nothing, for libraries that Berth does not know. */
    LogBackend NONE = new LogBackend() {};

    /** Opens the log of a revision's biz. */
    default void open(RevisionId revision) {}

    /** Reports the errors that are logged on threads of a revision. */
    default void watch(Revision revision) {}

    /** Reports no more errors of a revision. */
    default void unwatch(Revision revision) {}

    /** Sets the levels of a revision: names of levels by names of loggers, {@code ROOT} being the name of the root. */
    default void levels(RevisionId revision, Map<String, String> levels) {}

    /** Forgets a revision; the log of its biz is closed with the last one. */
    default void close(RevisionId revision) {}

    /** Tells whether levels can be set for one biz alone. */
    default boolean hasLevels() {
        return false;
    }

    /** Returns what finds the parts that biz have added by their own code. */
    default Cleaner cleaner() {
        return biz -> List.of();
    }

    /** Takes everything back. */
    default void uninstall() {}
}
