package dev.berth.spi;

import dev.berth.api.spi.PatternType;
import dev.berth.biz.RevisionId;
import dev.berth.broker.Demand;
import java.util.Objects;
import java.util.Optional;

/**
 * A place where a stub is injected, as text: what it is in is not held.
 *
 * @param owner the revision that it is in, or empty for the base
 * @param point the field or parameter
 * @param demand what is asked for there
 * @param dynamic whether the code chooses the provider, through an invoker
 */
record Consumer(Optional<RevisionId> owner, String point, Demand demand, boolean dynamic) {

    private Object key() {
        PatternType type = demand.selector().type();
        return java.util.List.of(
                owner,
                point,
                demand.spi(),
                type,
                demand.selector().pattern(),
                demand.versions().toString(),
                dynamic);
    }

    /** A point that is injected again and again is one consumer. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Consumer consumer && key().equals(consumer.key());
    }

    @Override
    public int hashCode() {
        return Objects.hash(key());
    }
}
