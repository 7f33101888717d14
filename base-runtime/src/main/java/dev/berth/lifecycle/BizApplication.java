package dev.berth.lifecycle;

import java.time.Duration;
import java.util.List;

/** Runs the application inside a revision; implemented by what knows how such applications start. */
public interface BizApplication {

    /**
     * Runs the main of a biz to its end on a thread of its own.
     *
     * @param revision a revision in state Starting
     * @param start what is to happen while it starts
     * @return the running application; nothing of it remains when this throws
     * @throws dev.berth.error.BerthException with BIZ_START_FAILED or BIZ_START_TIMEOUT
     */
    Running run(Revision revision, BizStart start);

    /** An application that has started. */
    interface Running {

        /**
         * Waits until the executors of the application have nothing to do; what is handed to them meanwhile counts too.
         *
         * @param timeout how long to wait at most
         * @return whether they are idle; true for an application without executors
         */
        default boolean awaitIdle(Duration timeout) throws InterruptedException {
            return true;
        }

        /** Returns what the executors of the application do now and what may be broken off; not all of it is known. */
        default List<RunningCall> atWork() {
            return List.of();
        }

        /**
         * Closes what the application opened, the last first.
         *
         * @param timeout how long closing may take; then it goes on in the background
         * @return whether it was closed in time
         */
        boolean close(Duration timeout);
    }
}
