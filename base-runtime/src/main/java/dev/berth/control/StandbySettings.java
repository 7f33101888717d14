package dev.berth.control;

import java.time.Duration;

/**
 * Which revisions without traffic are kept for an instant rollback.
 *
 * @param max how many of a biz, at most
 * @param keep how long each
 */
public record StandbySettings(int max, Duration keep) {}
