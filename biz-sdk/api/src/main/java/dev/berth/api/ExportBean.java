package dev.berth.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Offers a bean of the base to every biz, which injects it as if it were its own.
 *
 * <p>Stands on the class of the bean or on its {@code @Bean} method. A biz gets the bean itself, no proxy of it; it
 * neither initialises nor destroys it. A bean of the biz's own with that name, or of that type, wins. In a biz the
 * annotation has no effect.
 *
 * <p>Stability: stable.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ExportBean {}
