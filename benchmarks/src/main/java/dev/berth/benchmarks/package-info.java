/** The command line of the benchmarks. */
@NullMarked
package dev.berth.benchmarks;

import org.jspecify.annotations.NullMarked;
