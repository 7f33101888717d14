/** The agent of a base: the class that the JVM starts before the application, and what puts it into an executable jar. */
@NullMarked
package dev.berth.agent;

import org.jspecify.annotations.NullMarked;
