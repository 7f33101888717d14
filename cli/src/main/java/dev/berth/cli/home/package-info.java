/** The files of a base as the command line sees them, and where they say that a base listens. */
@NullMarked
package dev.berth.cli.home;

import org.jspecify.annotations.NullMarked;
