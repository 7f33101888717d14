/** The life of a revision: its states, the registry of all, and the ports through which features take part. */
@NullMarked
package dev.berth.lifecycle;

import org.jspecify.annotations.NullMarked;
