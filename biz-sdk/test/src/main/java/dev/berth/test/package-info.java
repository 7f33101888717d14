/** Tests a module in a real base, in the test's own JVM. */
@NullMarked
package dev.berth.test;

import org.jspecify.annotations.NullMarked;
