package dev.berth.api.spi;

import java.util.Optional;

/**
 * Picks the provider of a call; itself an SPI, so that a biz can bring another policy, replace it and take it away.
 *
 * <p>While a biz provides one, it is asked at each call of every SPI, by many threads at once; it should be quick. When it
 * answers with none, with a provider that was not offered, or with an exception, the base's own policy decides. Of a biz
 * that the call tree has entered, the providers of that revision are offered. A call that a policy makes to an SPI is
 * routed by the base's own policy. What it does is a call of its own, and no part of that which it decides for.
 *
 * <p>Stability: stable.
 */
@Spi(code = "berth.routing", version = "1.0")
public interface RoutingPolicy {

    /**
     * Picks one of the providers of a request.
     *
     * @return one of {@link RoutingRequest#providers}, or none to leave it to the base's own policy
     */
    Optional<ProviderInfo> choose(RoutingRequest request);
}
