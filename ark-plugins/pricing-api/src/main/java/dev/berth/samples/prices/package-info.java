/** What those who make prices and those who ask for them agree on. */
package dev.berth.samples.prices;
