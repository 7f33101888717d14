/** Lets scheduled methods and message listeners of a biz run only on its active revision. */
@NullMarked
package dev.berth.trigger;

import org.jspecify.annotations.NullMarked;
