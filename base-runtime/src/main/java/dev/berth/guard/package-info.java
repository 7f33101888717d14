/** Keeps a biz from ending the JVM, and what it changes in the JVM from outlasting it. */
@NullMarked
package dev.berth.guard;

import org.jspecify.annotations.NullMarked;
