package dev.berth.api.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects an SPI: a stub that finds the provider at each call and keeps none.
 *
 * <p>Stands on a field, on a parameter of a constructor or of a method that Spring calls with beans, or on a setter. With a
 * {@link DynamicInvoker} as the type, the provider is chosen in the code instead.
 *
 * <p>A call fails with {@link NoProviderException}, {@link AmbiguousProviderException} or {@link ProviderGoneException}
 * when there is not exactly one provider to call. The start of a biz fails for the same reasons when nothing that may
 * come later could mend it.
 *
 * <p>Stability: stable.
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface DynamicInject {

    /** Which provider is wanted; without one it is the only provider, or else the base's default. */
    String pattern() default "";

    /** How the pattern is to be understood. */
    PatternType type() default PatternType.ID;

    /** Which versions of the contract will do, in Maven's notation, such as {@code [1.0,2)}; any unless given. */
    String version() default "";
}
