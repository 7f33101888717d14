/** The part of the test kit that runs inside the base's class loader. */
@NullMarked
package dev.berth.test.inside;

import org.jspecify.annotations.NullMarked;
