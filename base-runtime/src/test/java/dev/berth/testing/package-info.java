/** Builds real business jars and libraries inside a test, in milliseconds and without Maven. */
@NullMarked
package dev.berth.testing;

import org.jspecify.annotations.NullMarked;
