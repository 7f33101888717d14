/** Site A: prices of its own for its merchant. */
package dev.berth.samples.sitea;
