package dev.berth.leak;

import dev.berth.lifecycle.LoaderHolder;
import java.util.function.Consumer;

/**
 * One place of a JVM that can keep a loader alive, to be looked through.
 *
 * <p>Called by one thread. It changes nothing, and may throw: the other places get their turn.
 */
interface HolderSource {

    /** Tells what of this place is the suspect's. */
    void find(Suspect suspect, Consumer<LoaderHolder> found);
}
