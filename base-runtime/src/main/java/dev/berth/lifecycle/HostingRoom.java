package dev.berth.lifecycle;

import dev.berth.biz.BizName;
import java.util.Optional;

/** Tells whether the JVM has room for the classes of a biz; implemented by what has measured such biz. */
public interface HostingRoom {

    /** Knows of no biz what it needs. */
    HostingRoom UNKNOWN = name -> Optional.empty();

    /** Returns what is short, unless a biz of that name fits or none was ever here. */
    Optional<Shortage> shortage(BizName name);

    /**
     * Less room than a biz has taken before.
     *
     * @param space what is short, such as {@code metaspace}
     * @param neededBytes what a biz of that name took
     * @param leftBytes what is left
     */
    record Shortage(String space, long neededBytes, long leftBytes) {}
}
