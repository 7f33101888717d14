package dev.berth.leak.cleaner;

import java.util.Arrays;
import java.util.List;

/** Thread groups of a biz's classes: up to JDK 18 the group above holds them until they are destroyed. */
public final class ThreadGroups implements Cleaner {

    private static final int WEAK_SINCE = 19;

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        if (Runtime.version().feature() >= WEAK_SINCE) {
            return List.of();
        }
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        ThreadGroup[] room = new ThreadGroup[root.activeGroupCount() * 2 + 16];
        int count = root.enumerate(room);
        return Arrays.stream(room, 0, count)
                .filter(biz::made)
                .map(group -> Leftover.of(
                        "Thread group '" + group.getName() + "' of class "
                                + group.getClass().getName(),
                        "destroyed",
                        () -> destroy(group)))
                .toList();
    }

    @SuppressWarnings("removal")
    private static void destroy(ThreadGroup group) {
        group.destroy();
    }
}
