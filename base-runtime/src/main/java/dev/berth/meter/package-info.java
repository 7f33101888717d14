/** Measures a base, in a registry of Berth's own. */
@NullMarked
package dev.berth.meter;

import org.jspecify.annotations.NullMarked;
