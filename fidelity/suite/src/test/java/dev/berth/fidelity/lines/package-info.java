/** The lines of the table, one class each. */
@NullMarked
package dev.berth.fidelity.lines;

import org.jspecify.annotations.NullMarked;
