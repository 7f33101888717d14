package dev.berth.lifecycle;

import dev.berth.biz.BizName;

/**
 * Keeps an image of the pointers, for calls that have no time to look at them.
 *
 * <p>Told after each move and before anything rests on it: no drain begins before all listeners have returned. Must be
 * quick and must not throw. Calls for one biz come one after the other, those for different biz at the same time.
 */
public interface PointerListener {

    /** Is called when the pointer of a biz names another revision than before, or none. */
    void moved(BizName name);
}
