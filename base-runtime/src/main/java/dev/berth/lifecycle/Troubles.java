package dev.berth.lifecycle;

import dev.berth.biz.RevisionId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The troubles of one revision: the newest different ones, up to a bound.
 *
 * <p>Reporting never throws, for it is called where memory has just run out; what can't be noted then is counted by kind
 * and listed later. Safe for use by many threads. The parts of a trouble are text: nothing here holds a biz.
 */
final class Troubles {

    private static final Logger logger = LoggerFactory.getLogger(Troubles.class);

    /** How many different ones are kept. */
    static final int KEPT = 20;

    private static final int MAX_LENGTH = 300;
    private static final String NOT_NOTED = "There was no memory left to note what happened";
    private static final Trouble.Kind[] KINDS = Trouble.Kind.values();

    private final RevisionId revision;
    private final Clock clock;
    private final List<Trouble> newestLast = new ArrayList<>(KEPT);
    private final AtomicLongArray notNoted = new AtomicLongArray(KINDS.length);

    Troubles(RevisionId revision, Clock clock) {
        this.revision = revision;
        this.clock = clock;
    }

    /** Notes a trouble of the current thread. */
    void report(Trouble.Kind kind, String message, String during) {
        try {
            Trouble trouble = note(kind, line(message), line(during));
            if (isPowerOfTwo(trouble.count())) {
                log(trouble);
            }
        } catch (OutOfMemoryError none) {
            notNoted.incrementAndGet(kind.ordinal());
        }
    }

    private synchronized Trouble note(Trouble.Kind kind, String message, String during) {
        Instant now = clock.instant();
        String thread = line(Thread.currentThread().getName());
        Trouble trouble = null;
        for (int index = 0; trouble == null && index < newestLast.size(); index++) {
            Trouble known = newestLast.get(index);
            if (known.kind() == kind && known.message().equals(message)) {
                trouble = known.again(during, thread, now);
                newestLast.remove(index);
            }
        }
        if (trouble == null) {
            trouble = new Trouble(kind, message, during, thread, 1, now, now);
            if (newestLast.size() == KEPT) {
                newestLast.remove(0);
            }
        }
        newestLast.add(trouble);
        return trouble;
    }

    /** Each different trouble is told at once, and then ever more rarely. */
    private static boolean isPowerOfTwo(long count) {
        return (count & (count - 1)) == 0;
    }

    private void log(Trouble trouble) {
        logger.atWarn()
                .addKeyValue("biz", revision.name())
                .addKeyValue("revision", revision)
                .log(
                        "Biz '{}' is in trouble: {} (during '{}', {} times so far)",
                        revision.name(),
                        trouble.message(),
                        trouble.during(),
                        trouble.count());
    }

    /** Returns the troubles, the newest first. */
    List<Trouble> all() {
        for (Trouble.Kind kind : KINDS) {
            if (notNoted.getAndSet(kind.ordinal(), 0) > 0) {
                report(kind, NOT_NOTED, "unknown");
            }
        }
        synchronized (this) {
            List<Trouble> newestFirst = new ArrayList<>(newestLast.size());
            for (Trouble trouble : newestLast) {
                newestFirst.add(0, trouble);
            }
            return List.copyOf(newestFirst);
        }
    }

    /** What a biz says is bounded, and without what could forge a line of a log. */
    private static String line(String text) {
        StringBuilder line = new StringBuilder();
        for (int index = 0; index < text.length() && index < MAX_LENGTH; index++) {
            char character = text.charAt(index);
            line.append(Character.isISOControl(character) ? ' ' : character);
        }
        return text.length() > MAX_LENGTH ? line.append('…').toString() : line.toString();
    }
}
