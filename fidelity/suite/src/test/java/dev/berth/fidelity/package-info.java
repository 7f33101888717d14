/**
 * Runs ordinary applications by themselves and as a biz, and compares what they answer and how they are configured.
 *
 * <p>A line of the table is a class in {@code dev.berth.fidelity.lines} and an application in {@code fidelity/apps}.
 */
@NullMarked
package dev.berth.fidelity;

import org.jspecify.annotations.NullMarked;
