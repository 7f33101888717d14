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
 * <p>What nothing that may come later could mend fails the start, of the biz or of the base: a pattern, rule or range that
 * can't be read, a type that is no SPI or of which the biz has a class of its own, two defaults of the base. A missing
 * provider may still come, and one of two may still go: that is a warning in the log of the biz, and a call fails with
 * {@link NoProviderException}, {@link AmbiguousProviderException} or {@link ProviderGoneException} until then.
 *
 * <p>Stability: stable.
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface DynamicInject {

    /**
     * Which provider is wanted; without a pattern the only one that has no rule, or else the base's default, or else the only
     * one that has a rule.
     */
    String pattern() default "";

    /** How the pattern is to be understood. */
    PatternType type() default PatternType.ID;

    /** Which versions of the contract will do, in Maven's notation, such as {@code [1.0,2)}; any unless given. */
    String version() default "";
}
