/** What is done to the hosts, in which order, and what is promised of it. */
@NullMarked
package dev.berth.benchmarks.scenario;

import org.jspecify.annotations.NullMarked;
