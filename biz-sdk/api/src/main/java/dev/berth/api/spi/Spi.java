package dev.berth.api.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface of the base, or of a plugin, that modules may implement for each other.
 *
 * <p>The interface and all types in its methods are shared by those on both sides: parameters and results are passed as
 * they are, and exceptions arrive as thrown.
 *
 * <p>Stability: stable.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Spi {

    /** The name of the service for people, routes and addresses, such as {@code pricing}: one interface a code and version. */
    String code();

    /** The version of the contract, such as {@code 1.0}; providers have it unless they name one of their own. */
    String version() default "1.0";
}
