/** Measures calls between the base and its biz. */
package dev.berth.calls;
