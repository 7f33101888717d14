/** Decides by rules that are JSON, on facts that are JSON; nothing of the library behind it shows. */
package dev.berth.samples.rules;
