/** Cleans after a stopped biz and tells what it had left behind. */
@NullMarked
package dev.berth.leak;

import org.jspecify.annotations.NullMarked;
