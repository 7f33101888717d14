package dev.berth.lifecycle;

import dev.berth.biz.BizName;

/**
 * A feature that takes part in the life of each revision.
 *
 * <p>Participants are called in the order in which they were declared when a revision comes up, and in reverse when it
 * goes down. All calls for one biz come one after the other, but {@link #release} of a standby that has left, which may
 * come while another revision of its biz comes up; those for different biz may come at the same time. A
 * participant that throws in {@link #prepare}, {@link #admit} or {@link #activate} fails the operation, and what was
 * there before serves on. {@link #quiesce} and {@link #release} must not throw; what they throw is logged and the way
 * down goes on.
 *
 * <p>A revision that goes to standby and back is admitted, activated and quiesced again each time, while it runs; each of
 * the three may also come twice in a row and then does nothing the second time.
 */
public interface LifecycleParticipant {

    /**
     * Is called before anything of the biz runs.
     *
     * @param revision a revision in state Starting
     * @param start takes what is to happen while the biz starts
     */
    default void prepare(Revision revision, BizStart start) {}

    /**
     * Is called when the revision is about to become active; the place for everything that may fail.
     *
     * <p>No caller is let in yet, because the registry decides who gets calls.
     */
    default void admit(Revision revision) {}

    /**
     * Is called when the registry points to the revision and the one before is quiesced, to start what it does of its
     * own accord. A failure swaps back.
     */
    default void activate(Revision revision) {}

    /**
     * Is called when the revision no longer receives new calls, to stop what it does of its own accord. Calls in flight
     * go on. Also called for one that was never active.
     */
    default void quiesce(Revision revision) {}

    /**
     * Is called when the biz's context is closed, to give back all that was taken for it; and again when something that
     * held the revision beyond that has gone.
     */
    default void release(Revision revision) {}

    /** Is called when a biz is no longer installed and no revision of it is left, to forget what outlasts revisions. */
    default void forget(BizName name) {}
}
