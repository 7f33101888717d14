package dev.berth.application;

import dev.berth.lifecycle.RunningCall;
import java.util.List;

/** The work of one of a biz's executors, as a drain has to know it. Asked by any thread. */
interface WatchedWork {

    /** Tells whether a task is at work or waits for a thread. */
    boolean anyLeft();

    /** Returns the tasks that threads are at and that may be broken off; those of the start go on with the application. */
    List<RunningCall> atWork();

    /** Is told that the start of the application is over: what is at work now is a part of it. */
    default void applicationStarted() {}
}
