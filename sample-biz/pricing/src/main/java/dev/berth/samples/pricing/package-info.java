/** Prices: a list, discounts by quantity, and quotes made of both. */
package dev.berth.samples.pricing;
