package dev.berth.leak.cleaner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Threads of a biz: of its classes, with tasks of its classes, or with its code on their stacks.
 *
 * <p>They are interrupted and have a moment to end. A thread of a pool only has to leave the biz's code. One that has
 * nothing of the biz but its context loader is left to {@link ContextLoaders}.
 */
public final class Threads implements Cleaner {

    @Override
    public boolean endsThreads() {
        return true;
    }

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        ThreadStop stop = new ThreadStop();
        List<Leftover> leftovers = new ArrayList<>();
        for (LiveThread live : LiveThread.platform()) {
            Thread thread = live.thread();
            Optional<String> own = ownSign(thread, biz);
            if (own.isPresent()) {
                leftovers.add(stop.of(live, own.get(), () -> !thread.isAlive()));
            } else {
                ThreadStop.frameSign(live, biz)
                        .ifPresent(sign -> leftovers.add(stop.of(live, sign, () -> ThreadStop.hasLeft(thread, biz))));
            }
        }
        return leftovers;
    }

    /** Returns why a thread is the biz's own, whatever it does at the moment. */
    static Optional<String> ownSign(Thread thread, ClosedBiz biz) {
        if (biz.made(thread)) {
            return Optional.of("of class " + thread.getClass().getName());
        }
        if (LiveThread.executor(thread).isPresent()) {
            return Optional.empty();
        }
        return LiveThread.task(thread)
                .flatMap(task -> Reach.find(biz, task))
                .map(task -> "its task is a " + task.getClass().getName());
    }
}
