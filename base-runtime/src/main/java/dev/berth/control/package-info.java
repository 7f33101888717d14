/** Turns what callers want into operations: detect, plan, apply, record, undo; the only writer. */
@NullMarked
package dev.berth.control;

import org.jspecify.annotations.NullMarked;
