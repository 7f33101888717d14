/** Runs a biz's own main and adapts the Spring application inside it to the base. */
@NullMarked
package dev.berth.application;

import org.jspecify.annotations.NullMarked;
