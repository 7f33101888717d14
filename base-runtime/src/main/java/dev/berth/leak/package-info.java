/** Cleans what a stopped biz leaves behind in what all applications of a JVM share. */
@NullMarked
package dev.berth.leak;

import org.jspecify.annotations.NullMarked;
