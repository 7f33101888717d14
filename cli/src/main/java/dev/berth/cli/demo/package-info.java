/** Tells the story of Berth with a base of its own: installs, calls, removes. */
@NullMarked
package dev.berth.cli.demo;

import org.jspecify.annotations.NullMarked;
