/** What a command prints: results as table, JSON or names, progress, times and sizes for people. */
@NullMarked
package dev.berth.cli.output;

import org.jspecify.annotations.NullMarked;
