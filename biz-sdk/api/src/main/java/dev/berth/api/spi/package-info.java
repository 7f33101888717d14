/**
 * How modules offer services to each other and to the base, in the process, and how they find them.
 *
 * <p>An SPI is an interface in the base or in a plugin; a provider is a bean of a biz or of the base that implements it;
 * a consumer gets a stub that asks the base at each call which provider serves it. Signatures name JDK types only. Every
 * public type states its stability.
 */
package dev.berth.api.spi;
