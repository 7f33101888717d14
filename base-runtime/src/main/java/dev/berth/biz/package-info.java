/** Identities and values that every other package speaks in; validated when made, immutable ever after. */
@NullMarked
package dev.berth.biz;

import org.jspecify.annotations.NullMarked;
