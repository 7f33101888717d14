/** Error codes and the one exception: what went wrong, whose matter it is, and the remedy. */
@NullMarked
package dev.berth.error;

import org.jspecify.annotations.NullMarked;
