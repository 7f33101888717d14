/** Decides which libraries a biz shares with the base and which it brings itself; pure. */
@NullMarked
package dev.berth.linkage;

import org.jspecify.annotations.NullMarked;
