package dev.berth.control;

import dev.berth.biz.BizName;
import dev.berth.lifecycle.BizLocks;
import java.util.concurrent.Semaphore;

/**
 * Lets so many biz at most be installed at the same time, one install a biz: one that waits for an earlier install of its
 * own biz takes no place from another biz.
 *
 * <p>Entered without the lock of the biz, so that who waits here keeps no rollback waiting. Safe for use by many threads.
 */
final class InstallTurns {

    private final BizLocks turns = new BizLocks();
    private final Semaphore places;

    InstallTurns(int atOnce) {
        this.places = new Semaphore(atOnce, true);
    }

    /**
     * Waits for the turn of an install and does it.
     *
     * @throws dev.berth.error.BerthException with BASE_STOPPING when it was interrupted while it waited
     */
    void run(BizName name, Runnable install) {
        try (BizLocks.Held turn = turns.lock(name)) {
            places.acquire();
            try {
                install.run();
            } finally {
                places.release();
            }
        } catch (InterruptedException interrupted) {
            throw UnderLock.stopping(interrupted);
        }
    }
}
