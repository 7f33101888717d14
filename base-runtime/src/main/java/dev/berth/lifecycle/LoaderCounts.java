package dev.berth.lifecycle;

import java.time.Duration;

/**
 * What proving that loaders are gone has come to so far.
 *
 * @param collected how many were gone
 * @param collectionsAsked how many collections were asked for
 * @param collectionTime how long these took together
 */
public record LoaderCounts(long collected, long collectionsAsked, Duration collectionTime) {}
