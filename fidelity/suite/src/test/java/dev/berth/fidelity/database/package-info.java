/** A real PostgreSQL for the lines that need one: in a container, or a server that is installed here. */
@NullMarked
package dev.berth.fidelity.database;

import org.jspecify.annotations.NullMarked;
