/** The whole of Berth as its users meet it: the launcher, real processes, real builds, the commands in the docs. */
package dev.berth.cli.whole;
