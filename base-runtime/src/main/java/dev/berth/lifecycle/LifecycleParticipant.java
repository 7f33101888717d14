package dev.berth.lifecycle;

/**
 * A feature that takes part in the life of each revision.
 *
 * <p>Participants are called in the order in which they were declared when a revision comes up, and in reverse when it
 * goes down. All calls for one biz come one after the other; those for different biz may come at the same time. A
 * participant that throws in {@link #prepare} or {@link #activate} fails the install; what those before it did is undone
 * by {@link #release}. {@link #quiesce} and {@link #release} must not throw; what they throw is logged and the way down
 * goes on.
 */
public interface LifecycleParticipant {

    /**
     * Is called before anything of the biz runs.
     *
     * @param revision a revision in state Starting
     * @param start takes what is to happen while the biz starts
     */
    default void prepare(Revision revision, BizStart start) {}

    /** Is called when the biz has started, to let callers reach it. */
    default void activate(Revision revision) {}

    /** Is called before the biz drains, to let no new caller reach it. Also called for one that was never activated. */
    default void quiesce(Revision revision) {}

    /**
     * Is called when the biz's context is closed, to give back all that was taken for it; and again when something that
     * held the revision beyond that has gone.
     */
    default void release(Revision revision) {}
}
