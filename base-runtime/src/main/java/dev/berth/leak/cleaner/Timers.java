package dev.berth.leak.cleaner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TimerTask;

/**
 * Tasks of a biz in timers ({@link java.util.Timer}), whoever's these are.
 *
 * <p>The tasks are cancelled and taken out. A timer without tasks ends by itself when nobody has it any more, so that one
 * of the biz's own goes with its loader.
 */
public final class Timers implements Cleaner {

    private static final String THREAD = "java.util.TimerThread";

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        List<Leftover> leftovers = new ArrayList<>();
        for (Thread thread : LiveThread.threads()) {
            if (thread.getClass().getName().equals(THREAD)) {
                Internals.value(thread, "queue").ifPresent(queue -> {
                    List<TimerTask> tasks = tasks(queue, biz);
                    if (!tasks.isEmpty()) {
                        leftovers.add(Leftover.of(
                                "Timer of thread '" + thread.getName() + "' with a task of "
                                        + tasks.get(0).getClass().getName(),
                                "freed of it",
                                () -> remove(queue, tasks)));
                    }
                });
            }
        }
        return leftovers;
    }

    /** Slots that are not in use have what was in them before. */
    private static List<TimerTask> tasks(Object queue, ClosedBiz biz) {
        synchronized (queue) {
            return Arrays.stream(slots(queue))
                    .filter(Objects::nonNull)
                    .filter(task -> Reach.find(biz, task).isPresent())
                    .toList();
        }
    }

    private static TimerTask[] slots(Object queue) {
        return (TimerTask[]) Internals.value(queue, "queue").orElse(new TimerTask[0]);
    }

    /** Closes the gaps in a heap that is ordered by time, and keeps that order. */
    private static void remove(Object queue, List<TimerTask> tasks) {
        tasks.forEach(TimerTask::cancel);
        synchronized (queue) {
            TimerTask[] slots = slots(queue);
            int size = (Integer) Internals.value(queue, "size").orElse(0);
            List<TimerTask> kept = Arrays.stream(slots, 1, size + 1)
                    .filter(task -> !tasks.contains(task))
                    .sorted((one, other) -> Long.compare(time(one), time(other)))
                    .toList();
            Arrays.fill(slots, null);
            for (int index = 0; index < kept.size(); index++) {
                slots[index + 1] = kept.get(index);
            }
            Internals.set(queue, "size", kept.size());
            queue.notifyAll();
        }
    }

    private static long time(TimerTask task) {
        return (Long) Internals.value(task, "nextExecutionTime").orElse(0L);
    }
}
