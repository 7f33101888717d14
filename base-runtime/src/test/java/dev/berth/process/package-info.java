/** Bases in a JVM of their own, for the tests of this module and of those that run a whole base. */
@NullMarked
package dev.berth.process;

import org.jspecify.annotations.NullMarked;
