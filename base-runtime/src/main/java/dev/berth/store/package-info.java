/** Durable record of the wanted state and of operations in the base's home. */
@NullMarked
package dev.berth.store;

import org.jspecify.annotations.NullMarked;
