/** One class a place that outlives a biz: finds what a closed biz has left there, and takes it out. */
@NullMarked
package dev.berth.leak.cleaner;

import org.jspecify.annotations.NullMarked;
