/** A base of one's own: an application with a part of its own that also hosts business modules. */
package dev.berth.samples.base;
