/** Starts Berth and its peer as processes of their own, and drives them through their admin ports. */
@NullMarked
package dev.berth.benchmarks.host;

import org.jspecify.annotations.NullMarked;
