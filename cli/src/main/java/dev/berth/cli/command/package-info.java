/** The commands: each parses its options, asks a client class and prints. */
@NullMarked
package dev.berth.cli.command;

import org.jspecify.annotations.NullMarked;
