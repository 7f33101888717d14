package dev.berth.lifecycle;

import dev.berth.biz.RevisionId;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** How many errors are remembered that have been reported; the same one is met on its way up again and again. */
    private static final int REMEMBERED = 16;

    private static final int MAX_LENGTH = 300;
    private static final String NOT_NOTED = "There was no memory left to note what happened";
    private static final Trouble.Kind[] KINDS = Trouble.Kind.values();

    static {
        // Loaded now, because they could not be once the metaspace is full
        ThrownError error = ThrownError.in(new StackOverflowError()).orElseThrow();
        line(error.message());
        new Trouble(error.kind(), "", "", "", 1, Instant.EPOCH, Instant.EPOCH).again("", "", Instant.EPOCH);
    }

    private final RevisionId revision;
    private final Clock clock;
    private final List<Trouble> newestLast = new ArrayList<>(KEPT);
    private final List<WeakReference<Error>> reported = new ArrayList<>(REMEMBERED);
    private final AtomicLongArray notNoted = new AtomicLongArray(KINDS.length);

    private volatile Runnable metaspaceReserve = () -> {};

    Troubles(RevisionId revision, Clock clock) {
        this.revision = revision;
        this.clock = clock;
    }

    /** Sets what is given up as soon as a class does not fit, so that there is room to deal with it. */
    void metaspaceReserve(Runnable giveUp) {
        metaspaceReserve = giveUp;
    }

    /** Notes the error that a failure is or was caused by, once; tells whether there is one. */
    boolean report(Throwable failure) {
        try {
            Optional<ThrownError> thrown = ThrownError.in(failure);
            if (thrown.isPresent() && thrown.get().kind() == Trouble.Kind.OUT_OF_METASPACE) {
                metaspaceReserve.run();
            }
            if (thrown.isPresent() && isNew(thrown.get().error())) {
                report(thrown.get().kind(), thrown.get().message(), CallTree.doing());
            }
            return thrown.isPresent();
        } catch (OutOfMemoryError | StackOverflowError none) {
            notNoted.incrementAndGet(Trouble.Kind.ERROR.ordinal());
            return true;
        }
    }

    /** The JVM throws the same error again and again when it has no memory for a new one; that one has no stack. */
    private synchronized boolean isNew(Error error) {
        if (error.getStackTrace().length == 0) {
            return true;
        }
        for (WeakReference<Error> known : reported) {
            if (known.refersTo(error)) {
                return false;
            }
        }
        if (reported.size() == REMEMBERED) {
            reported.remove(0);
        }
        reported.add(new WeakReference<>(error));
        return true;
    }

    /** Notes a trouble of the current thread. */
    void report(Trouble.Kind kind, String message, String during) {
        try {
            Trouble trouble = note(kind, line(message), line(during));
            if (isPowerOfTwo(trouble.count())) {
                log(trouble);
            }
        } catch (OutOfMemoryError | StackOverflowError none) {
            notNoted.incrementAndGet(kind.ordinal());
        }
    }

    private synchronized Trouble note(Trouble.Kind kind, String message, String during) {
        Instant now = clock.instant();
        String thread = line(Thread.currentThread().getName());
        int index = find(kind, message);
        Trouble trouble = index >= 0
                ? newestLast.get(index).again(during, thread, now)
                : new Trouble(kind, message, during, thread, 1, now, now);
        if (index >= 0) {
            newestLast.remove(index);
        } else if (newestLast.size() == KEPT) {
            newestLast.remove(0);
        }
        newestLast.add(trouble);
        return trouble;
    }

    private int find(Trouble.Kind kind, String message) {
        for (int index = 0; index < newestLast.size(); index++) {
            Trouble known = newestLast.get(index);
            if (known.kind() == kind && known.message().equals(message)) {
                return index;
            }
        }
        return -1;
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
                        "Biz '{}' is in trouble: {} (during '{}', {} so far)",
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
