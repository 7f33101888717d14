/** Keeps the sessions of a biz across its revisions: one vault a biz, and a view of it for each revision. */
@NullMarked
package dev.berth.web.session;

import org.jspecify.annotations.NullMarked;
