/** One HTTP connection without anything between the caller and its socket, so that times are those of the host. */
@NullMarked
package dev.berth.benchmarks.http;

import org.jspecify.annotations.NullMarked;
