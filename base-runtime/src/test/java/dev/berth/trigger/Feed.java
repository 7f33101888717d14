package dev.berth.trigger;

import org.springframework.context.SmartLifecycle;

/** A part of a biz with a lifecycle, which a setting of the biz can make a trigger. */
class Feed implements SmartLifecycle {

    private volatile boolean running;
    volatile int starts;

    @Override
    public void start() {
        starts = starts + 1;
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
