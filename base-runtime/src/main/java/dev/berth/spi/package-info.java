/** Publishes SPI providers of biz and base, and leads the calls of consumers to them. */
@NullMarked
package dev.berth.spi;

import org.jspecify.annotations.NullMarked;
