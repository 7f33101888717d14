/** Finds in a heap dump what keeps the loader of a closed revision alive. */
@NullMarked
package dev.berth.cli.leak;

import org.jspecify.annotations.NullMarked;
