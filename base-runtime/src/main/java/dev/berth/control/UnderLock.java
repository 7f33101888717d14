package dev.berth.control;

import dev.berth.biz.BizName;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.BizLocks;

/** Does work while nobody else changes the biz. */
final class UnderLock {

    private final BizLocks locks = new BizLocks();

    BizLocks locks() {
        return locks;
    }

    /**
     * Waits for the lock of a biz and does the work.
     *
     * @throws BerthException with BASE_STOPPING when it was interrupted while it waited
     */
    void run(BizName name, Runnable work) {
        try (BizLocks.Held lock = locks.lock(name)) {
            work.run();
        } catch (InterruptedException interrupted) {
            throw stopping(interrupted);
        }
    }

    static BerthException stopping(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new BerthException(
                ErrorCode.BASE_STOPPING, "The base is stopping", "Ask again when it has started.", interrupted);
    }
}
