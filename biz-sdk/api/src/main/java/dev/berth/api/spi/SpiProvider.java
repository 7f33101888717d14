package dev.berth.api.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a bean a provider of each SPI that it implements.
 *
 * <p>Stands on the class of a bean, on its {@code @Bean} method, or on a class that {@code META-INF/services} names. A
 * provider of the base with neither an id nor a rule is the default of its SPI: it serves whoever asks for no particular
 * provider, or by a rule, when no biz does. The base has one default of an SPI, version and priority at most. Whoever asks
 * for no particular provider gets one with a rule only when there is neither one without nor a default.
 *
 * <p>Stability: stable.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface SpiProvider {

    /** The id by which a consumer may ask for it, such as {@code drf-hz-1}; the bean's name unless given. */
    String id() default "";

    /**
     * What a consumer's parameters must have so that this provider serves it: a JSON object such as
     * {@code {"wareHouseId":"2001"}}, of which each member must be equal; without one no rule finds the provider.
     */
    String rule() default "";

    /** Decides between several providers that match: the highest wins, and two of the same are one too many. */
    int priority() default 0;

    /** The version of the contract that it fulfils; that of the {@link Spi} unless given. */
    String version() default "";
}
