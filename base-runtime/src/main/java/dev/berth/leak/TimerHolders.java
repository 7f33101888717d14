package dev.berth.leak;

import dev.berth.lifecycle.LoaderHolder;
import java.util.Arrays;
import java.util.function.Consumer;

/** Tasks that wait in a {@link java.util.Timer} of somebody else; the timers of a biz have threads of it. */
final class TimerHolders implements HolderSource {

    @Override
    public void find(Suspect suspect, Consumer<LoaderHolder> found) {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getClass().getName().equals("java.util.TimerThread")) {
                Opened.inherited(thread, "queue")
                        .flatMap(queue -> Opened.inherited(queue, "queue"))
                        .ifPresent(tasks -> Arrays.stream((Object[]) tasks)
                                .filter(suspect::ownsObject)
                                .forEach(task -> found.accept(LoaderHolder.of(
                                        "timer",
                                        "Timer '" + thread.getName() + "' has a task "
                                                + task.getClass().getName() + " of the biz"))));
            }
        }
    }
}
