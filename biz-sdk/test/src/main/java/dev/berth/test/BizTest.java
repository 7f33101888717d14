package dev.berth.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Runs the tests of a class against the module under test, installed into a base in the test's JVM.
 *
 * <p>The module is the jar that the build has made (so that such a test runs after {@code package}, as Failsafe's do), or
 * with {@link #application} the classes of the module and its libraries as they stand on the class path. It is installed
 * before the first test of the class and uninstalled after the last. A test, a life-cycle method and the constructor take
 * a {@link TestBiz} and a {@link TestBase} as parameters. Classes with the same {@link #settings} share a base, which
 * stops when all tests have run.
 *
 * <p>Under parallel execution such classes run one after the other: a base changes things that the whole JVM has, such as
 * its standard streams.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BizExtension.class)
@ResourceLock("dev.berth.test.base")
public @interface BizTest {

    /**
     * The class with the {@code main} of the module, to test the module without its jar; its class path is that of the
     * test, less the libraries that are known to be for tests.
     */
    Class<?> application() default Void.class;

    /** The jar to install, from the folder of the module; the one in {@code target} or {@code build/libs} unless given. */
    String jar() default "";

    /** The name to install the module under; that of the jar, or of the module's folder, unless given. */
    String name() default "";

    /** Settings of the base, such as {@code berth.biz.drain-timeout=2s}. */
    String[] settings() default {};
}
