/** Sends requests to a host, checks every answer, and counts. */
@NullMarked
package dev.berth.benchmarks.load;

import org.jspecify.annotations.NullMarked;
