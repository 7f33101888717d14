/** Prints what was measured, and where. */
@NullMarked
package dev.berth.benchmarks.report;

import org.jspecify.annotations.NullMarked;
