package dev.berth.broker;

import dev.berth.api.spi.ProviderInfo;
import dev.berth.api.spi.RoutingRequest;
import dev.berth.api.spi.SpiInfo;
import java.util.List;
import java.util.Optional;

/**
 * What one consumer asks for, once and for all its calls.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param spi the SPI
 * @param selector which providers will do
 * @param versions which versions of the contract will do
 * @param consumer the name of the biz that asks, or empty for the base
 */
public record Demand(SpiInfo spi, Selector selector, VersionRange versions, Optional<String> consumer) {

    RoutingRequest request(List<ProviderInfo> providers, List<ProviderInfo> matching) {
        return new RoutingRequest(
                spi,
                selector.type(),
                selector.pattern(),
                selector.parameters().values(),
                consumer,
                providers,
                matching);
    }

    /** Returns what is asked for, for people: {@code 'pricing' with the id 'drf'}. */
    public String describe() {
        String what = selector.pattern().isEmpty()
                ? selector.parameters().values().isEmpty()
                        ? ""
                        : " for " + selector.parameters().values()
                : switch (selector.type()) {
                    case ID -> " with the id '" + selector.pattern() + "'";
                    case REG -> " with an id like '" + selector.pattern() + "'";
                    case RULE -> " for " + selector.pattern();
                };
        String range = versions.toString().isEmpty() ? "" : " in a version of " + versions;
        return "'" + spi.code() + "'" + what + range;
    }
}
