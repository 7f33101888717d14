/** Exports beans of the base and imports them into each biz. */
@NullMarked
package dev.berth.beans;

import org.jspecify.annotations.NullMarked;
