/** The default base: a Spring Boot application with a web server and nothing else active. */
@NullMarked
package dev.berth.standalone;

import org.jspecify.annotations.NullMarked;
