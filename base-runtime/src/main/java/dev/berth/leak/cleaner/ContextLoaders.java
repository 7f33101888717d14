package dev.berth.leak.cleaner;

import java.util.List;
import java.util.Optional;

/**
 * Threads that have nothing of a biz but its context loader, because they were started while code of the biz was on the
 * stack: those of the JDK and of shared libraries, which serve others too.
 *
 * <p>They go on with the base's loader. Where they are the biz's own all the same, as with an HTTP client that nobody
 * closed, they end when what they serve is collected.
 */
public final class ContextLoaders implements Cleaner {

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        return LiveThread.threads().stream()
                .filter(thread -> biz.owns(thread.getContextClassLoader()))
                .filter(thread -> Threads.ownSign(thread, biz).isEmpty())
                .map(thread -> new LiveThread(thread, List.of(thread.getStackTrace())))
                .filter(live -> live.frameOf(biz).isEmpty())
                .map(live -> leftover(live, biz))
                .toList();
    }

    private static Leftover leftover(LiveThread live, ClosedBiz biz) {
        Thread thread = live.thread();
        Optional<String> stack = live.stackText();
        return new Leftover(
                "Thread '" + thread.getName() + "' (with the biz's context loader)",
                "goes on with the base's context loader",
                "keeps the biz's context loader",
                stack,
                () -> {
                    thread.setContextClassLoader(biz.base());
                    return true;
                });
    }
}
