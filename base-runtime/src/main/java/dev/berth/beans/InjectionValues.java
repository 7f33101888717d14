package dev.berth.beans;

import java.util.Optional;
import org.springframework.beans.factory.config.DependencyDescriptor;

/**
 * Gives injection points a value of its own making, before any bean is looked for.
 *
 * <p>Asked for every injection point of a context, a field, a parameter or an {@code ObjectProvider}, each time that it is
 * resolved, by whatever thread does that; so it must be quick to say that a point is not its business. What it throws
 * fails the injection, and the exception is the cause of Spring's own.
 */
@FunctionalInterface
public interface InjectionValues {

    /** Leaves every injection point to the beans. */
    InjectionValues NONE = point -> Optional.empty();

    /** Returns the value of an injection point, unless a bean is to fill it. */
    Optional<Object> valueFor(DependencyDescriptor point);
}
