/** The HTTP face of a base: its own port, the endpoints and the problem details. */
@NullMarked
package dev.berth.admin;

import org.jspecify.annotations.NullMarked;
