/** What can go wrong in a command: the one exception, its remedy and the exit codes. */
@NullMarked
package dev.berth.cli.error;

import org.jspecify.annotations.NullMarked;
