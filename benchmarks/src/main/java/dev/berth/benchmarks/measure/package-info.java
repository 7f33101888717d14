/** Turns single measurements into the few figures that a report shows. */
@NullMarked
package dev.berth.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
