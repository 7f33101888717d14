/** Picks the provider of an SPI for what a consumer asks for; pure. */
@NullMarked
package dev.berth.broker;

import org.jspecify.annotations.NullMarked;
