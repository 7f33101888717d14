/** Lets nobody but the holder of the admin token through to the HTTP face. */
@NullMarked
package dev.berth.admin.security;

import org.jspecify.annotations.NullMarked;
