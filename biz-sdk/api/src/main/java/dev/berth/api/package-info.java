/**
 * What a business module may compile against: its own identity in the base that hosts it.
 *
 * <p>Signatures name JDK types only, and the module has no dependencies. Every public type states its stability.
 */
package dev.berth.api;
