/** Starts, recognises and stops the process of a base. */
@NullMarked
package dev.berth.cli.process;

import org.jspecify.annotations.NullMarked;
