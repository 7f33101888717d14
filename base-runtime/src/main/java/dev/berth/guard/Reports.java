package dev.berth.guard;

import dev.berth.biz.BizName;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.lifecycle.Trouble;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what a biz has done, on its revision, in its log and in that of the base. */
final class Reports {

    private static final Logger logger = LoggerFactory.getLogger(Reports.class);

    private final RevisionRegistry registry;

    Reports(RevisionRegistry registry) {
        this.registry = registry;
    }

    void exitBlocked(Caller caller, String what) {
        tell(caller, Trouble.Kind.EXIT_BLOCKED, "It called " + what + ", which was blocked");
    }

    void changed(Changes.Report change) {
        String words =
                switch (change.how()) {
                    case SEEN -> "It changed ";
                    case FOUND -> "Found after it ran: a change of ";
                    case GUESSED -> "Found while it ran, and left as it is: a change of ";
                };
        tell(change.by(), Trouble.Kind.GLOBAL_CHANGE, words + change.what());
    }

    void putBack(Revision revision, String what) {
        logger.atInfo()
                .addKeyValue("biz", revision.id().name())
                .addKeyValue("revision", revision.id())
                .log("What the biz has changed was put back: {}", what);
    }

    /** The context loader decides whose log a line goes to as well. */
    private void tell(Caller caller, Trouble.Kind kind, String message) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(caller.loader());
        try {
            Optional<Revision> revision = revision(caller);
            if (revision.isPresent()) {
                revision.get().report(kind, message, caller.place());
            } else {
                logger.atWarn()
                        .addKeyValue("biz", caller.biz().name())
                        .addKeyValue("revision", caller.biz().revision())
                        .log("A biz that was stopped is in trouble: {} (at {})", message, caller.place());
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Optional<Revision> revision(Caller caller) {
        return registry.revisions(new BizName(caller.biz().name())).stream()
                .filter(revision -> revision.id().toString().equals(caller.biz().revision()))
                .findFirst();
    }
}
