/** Packages a Spring Boot module as a slim biz jar that leaves out what its base provides. */
@NullMarked
package dev.berth.packaging;

import org.jspecify.annotations.NullMarked;
