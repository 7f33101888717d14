/** Speaks to a base over HTTP: what it answers as records, what it refuses as exceptions. */
@NullMarked
package dev.berth.cli.client;

import org.jspecify.annotations.NullMarked;
