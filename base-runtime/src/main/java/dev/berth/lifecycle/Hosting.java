package dev.berth.lifecycle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was made for a revision so far, and the steps that participants take for it; used only under the lock of its biz,
 * except for the application, which a drain asks too.
 */
final class Hosting {

    private static final Logger logger = LoggerFactory.getLogger(Hosting.class);

    private final Revision revision;
    private final long begun = System.nanoTime();
    private final Deque<LifecycleParticipant> prepared = new ArrayDeque<>();
    private BizContainer.@Nullable HostedBiz hosted;
    private volatile BizApplication.@Nullable Running running;
    private List<Holder> holders = List.of();

    Hosting(Revision revision) {
        this.revision = revision;
    }

    /** Makes the loader and lets every participant prepare. */
    BizStart prepare(BizContainer container, List<LifecycleParticipant> participants) {
        BizContainer.HostedBiz made = container.open(revision);
        hosted = made;
        BizStart start = new BizStart(made.classLoader());
        for (LifecycleParticipant participant : participants) {
            prepared.push(participant);
            participant.prepare(revision, start);
        }
        return start;
    }

    void runs(BizApplication.Running application) {
        running = application;
    }

    BizApplication.@Nullable Running running() {
        return running;
    }

    long nanosSinceBegin() {
        return System.nanoTime() - begun;
    }

    /** Gets everything ready for callers; a failure takes back what was done. */
    void admit() {
        try {
            prepared.descendingIterator().forEachRemaining(participant -> participant.admit(revision));
        } catch (RuntimeException | Error failure) {
            quiesce();
            throw failure;
        }
    }

    /** Gets ready again what serves on after a swap that failed, as far as it can be; nothing is taken back. */
    void readmit() {
        prepared.descendingIterator().forEachRemaining(participant -> servingOn(() -> participant.admit(revision)));
    }

    void activate() {
        prepared.descendingIterator().forEachRemaining(participant -> participant.activate(revision));
        hosted().activated();
    }

    /** Lets serve on what served before a swap that failed, as far as it can be; nothing is taken back. */
    void reactivate() {
        prepared.descendingIterator().forEachRemaining(participant -> servingOn(() -> participant.activate(revision)));
        servingOn(() -> hosted().activated());
    }

    void quiesce() {
        prepared.forEach(participant -> quietly(() -> participant.quiesce(revision)));
        quietly(() -> hosted().deactivated());
    }

    /** Closes and gives back everything; tells whether the application closed in time. */
    boolean undo() {
        boolean[] closed = {true};
        BizApplication.Running application = running;
        if (application != null) {
            closed[0] = false;
            quietly(() -> closed[0] = application.close(StopReport.CLOSE_TIMEOUT));
        }
        // What ends while the participants give back may have gone on taking until then
        holders = revision.holders();
        release();
        BizContainer.HostedBiz made = hosted;
        if (made != null) {
            quietly(made::close);
        }
        return closed[0];
    }

    /** Gives back what the participants took; harmless when it is done twice. */
    void release() {
        prepared.forEach(participant -> quietly(() -> participant.release(revision)));
    }

    /** Returns what held the revision when everything began to be given back. */
    List<Holder> holders() {
        return holders;
    }

    /** Returns the loader, unless none was made. */
    Optional<ClassLoader> classLoader() {
        return Optional.ofNullable(hosted).map(BizContainer.HostedBiz::classLoader);
    }

    private BizContainer.HostedBiz hosted() {
        BizContainer.HostedBiz made = hosted;
        if (made == null) {
            throw new IllegalStateException("No loader was made");
        }
        return made;
    }

    /** On the way down every step gets its turn, whatever a biz does in the one before. */
    private void quietly(Runnable step) {
        attempt(step, "A step of taking a revision down failed");
    }

    /** A revision that is to serve on does so with what works of it. */
    void servingOn(Runnable step) {
        attempt(step, "A revision serves on after a swap that failed, but a step of that failed too");
    }

    private void attempt(Runnable step, String failed) {
        try {
            step.run();
        } catch (RuntimeException | Error failure) {
            logger.atWarn()
                    .setCause(failure)
                    .addKeyValue("biz", revision.id().name())
                    .addKeyValue("revision", revision.id())
                    .log(failed);
        }
    }
}
