package dev.berth.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fails when the module's class loader outlives its uninstall, and says what holds it.
 *
 * <p>On a class, a nested one too: after its last test. On a method: after that test. The module is installed anew for a next
 * test. Every
 * biz that the test has installed itself and that is installed still is uninstalled and looked at too.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BizExtension.class)
public @interface AssertNoLeakedLoaders {}
