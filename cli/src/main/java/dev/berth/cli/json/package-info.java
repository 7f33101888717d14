/** Reads and writes JSON: objects whose members are asked for by name and type. */
@NullMarked
package dev.berth.cli.json;

import org.jspecify.annotations.NullMarked;
