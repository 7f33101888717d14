/** All that a base application meets of Berth: finds the runtime's libraries and hands over to them in a loader apart. */
@NullMarked
package dev.berth.launch;

import org.jspecify.annotations.NullMarked;
