/** Reads, verifies and stores jars by digest: layouts, identity, declared libraries, safe unpacking. */
@NullMarked
package dev.berth.artifact;

import org.jspecify.annotations.NullMarked;
