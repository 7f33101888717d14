/** Gives each biz its own log and its own levels beside the base's set-up; the only code that knows Logback. */
@NullMarked
package dev.berth.logging;

import org.jspecify.annotations.NullMarked;
