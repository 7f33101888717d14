package dev.berth.leak;

import java.time.Duration;

/**
 * How long a loader has to go, and how often the garbage collector is asked for that.
 *
 * @param verifyWithin how long after the close a loader that is still there counts as held
 * @param gcInterval how much time lies between two collections that are asked for, at least
 * @param gcShare which part of the time those may take that stop the application, from 0.01 to 1
 */
public record LeakSettings(Duration verifyWithin, Duration gcInterval, double gcShare) {}
