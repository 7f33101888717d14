package dev.berth.application;

import dev.berth.api.BizIdentity;
import dev.berth.lifecycle.BizStart;
import dev.berth.lifecycle.LifecycleParticipant;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.Trouble;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reports what ends a thread of a biz, as the default handler of the JVM; then it goes where it would have gone without
 * this.
 *
 * <p>A handler of the thread or of its group comes first, and one that somebody sets as the default later stands in place
 * of this one. Safe for use by many threads.
 */
public final class UncaughtErrors implements LifecycleParticipant, Thread.UncaughtExceptionHandler, AutoCloseable {

    private final Map<String, Revision> revisions = new ConcurrentHashMap<>();
    private final Thread.@Nullable UncaughtExceptionHandler before;

    private UncaughtErrors(Thread.@Nullable UncaughtExceptionHandler before) {
        this.before = before;
    }

    /** Puts itself before the default handler of the JVM. */
    public static UncaughtErrors install() {
        UncaughtErrors made = new UncaughtErrors(Thread.getDefaultUncaughtExceptionHandler());
        Thread.setDefaultUncaughtExceptionHandler(made);
        return made;
    }

    @Override
    public void prepare(Revision revision, BizStart start) {
        revisions.put(revision.id().toString(), revision);
    }

    @Override
    public void release(Revision revision) {
        revisions.remove(revision.id().toString());
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        Revision revision = revision(thread);
        if (revision != null && !revision.report(failure)) {
            revision.report(
                    Trouble.Kind.UNCAUGHT,
                    "Thread ended with " + failure.getClass().getName(),
                    "thread '" + thread.getName() + "'");
        }
        pass(thread, failure);
    }

    private @Nullable Revision revision(Thread thread) {
        BizIdentity biz = BizIdentity.of(thread.getContextClassLoader())
                .or(() -> BizIdentity.of(thread.getClass().getClassLoader()))
                .orElse(null);
        return biz == null ? null : revisions.get(biz.revision());
    }

    private void pass(Thread thread, Throwable failure) {
        if (before != null) {
            before.uncaughtException(thread, failure);
        } else {
            System.err.print("Exception in thread \"" + thread.getName() + "\" ");
            failure.printStackTrace(System.err);
        }
    }

    /** Puts back what was there, unless somebody else has put a handler in place of this one. */
    @Override
    public void close() {
        if (Thread.getDefaultUncaughtExceptionHandler() == this) {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}
