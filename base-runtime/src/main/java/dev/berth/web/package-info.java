/** Serves each revision's web application on the base's Tomcat; the only code that knows Catalina. */
@NullMarked
package dev.berth.web;

import org.jspecify.annotations.NullMarked;
