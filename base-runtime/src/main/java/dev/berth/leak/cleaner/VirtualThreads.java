package dev.berth.leak.cleaner;

import java.util.ArrayList;
import java.util.List;

/**
 * Virtual threads of a biz, which no thread group lists; found by their context loader and by the biz's code on their
 * stacks.
 *
 * <p>The JDK keeps track of every virtual thread, so that one which waits for good is never collected.
 */
public final class VirtualThreads implements Cleaner {

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        ThreadStop stop = new ThreadStop();
        List<Leftover> leftovers = new ArrayList<>();
        for (LiveThread live : LiveThread.virtual()) {
            boolean byLoader = biz.owns(live.thread().getContextClassLoader());
            if (byLoader || live.frameOf(biz).isPresent()) {
                leftovers.add(stop.of(
                        live,
                        byLoader ? "virtual, with the biz's context loader" : "virtual, it runs code of the biz",
                        () -> !live.thread().isAlive()));
            }
        }
        return leftovers;
    }
}
