/** Turns a Spring Boot application into a base: the composition root and the configuration properties. */
@NullMarked
package dev.berth.bootstrap;

import org.jspecify.annotations.NullMarked;
