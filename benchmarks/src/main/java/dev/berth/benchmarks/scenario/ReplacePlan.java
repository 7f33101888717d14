package dev.berth.benchmarks.scenario;

import java.time.Duration;

/**
 * How much of what a replace run does.
 *
 * @param count replaces of each of our hosts
 * @param peerCount replaces of the peer
 * @param turns how many turns the hosts take, each with its share of the replaces
 * @param warmUp how long the load runs at the start of a turn before anything is timed
 * @param rest how long it then runs before the first replace
 * @param pause how long it runs after each replace
 */
public record ReplacePlan(int count, int peerCount, int turns, Duration warmUp, Duration rest, Duration pause) {

    /** Returns how many of a count a turn, numbered from 0, has; all turns together have all. */
    int share(int all, int turn) {
        return all * (turn + 1) / turns - all * turn / turns;
    }
}
