/** Where the command line starts. */
@NullMarked
package dev.berth.cli;

import org.jspecify.annotations.NullMarked;
