package dev.berth.leak.cleaner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Interrupts several threads at once and waits for their ends with one deadline for all. */
final class ThreadStop {

    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final List<Thread> threads = new ArrayList<>();
    private @Nullable Long deadline;

    /** Makes the leftover of a thread, which is stopped with all others of this kind. */
    Leftover of(LiveThread live, String sign, Leftover.Cure over) {
        threads.add(live.thread());
        return new Leftover(
                "Thread '" + live.thread().getName() + "' (" + sign + ")",
                "was interrupted and ended",
                "ignores its interrupt",
                live.stackText(),
                () -> await(over));
    }

    private boolean await(Leftover.Cure over) throws Exception {
        long end = interruptAll();
        while (!over.apply()) {
            if (System.nanoTime() > end) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
        return true;
    }

    private synchronized long interruptAll() {
        if (deadline == null) {
            threads.forEach(Thread::interrupt);
            deadline = System.nanoTime() + LIMIT.toNanos();
        }
        return deadline;
    }

    /** Tells whether a thread no longer runs code of the biz. */
    static boolean hasLeft(Thread thread, ClosedBiz biz) {
        return !thread.isAlive()
                || new LiveThread(thread, List.of(thread.getStackTrace()))
                        .frameOf(biz)
                        .isEmpty();
    }

    static Optional<String> frameSign(LiveThread live, ClosedBiz biz) {
        return live.frameOf(biz).map(frame -> "it runs " + frame.getClassName() + "." + frame.getMethodName());
    }
}
