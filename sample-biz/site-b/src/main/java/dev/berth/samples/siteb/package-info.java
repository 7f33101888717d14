/** Site B: prices of its own for its merchant. */
package dev.berth.samples.siteb;
