/** Test classes that the tests of the kit run, and no build. */
package dev.berth.test.cases;
