package dev.berth.api.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a consumer asks for.
 *
 * <p>Stability: stable; only the base makes it. Immutable and safe for use by many threads.
 *
 * @param spi the SPI
 * @param type how the pattern is to be understood
 * @param pattern the pattern as the consumer wrote it; empty for none
 * @param parameters the parameters of a pattern of the type {@link PatternType#RULE}, else empty
 * @param consumer the name of the biz that asks, or empty for the base
 * @param providers all providers that are there in a version that the consumer takes
 * @param matching those of them that the pattern fits, without regard to priorities; those with a rule only fit an empty
 *     pattern where nobody else and no default does
 */
public record RoutingRequest(
        SpiInfo spi,
        PatternType type,
        String pattern,
        Map<String, Object> parameters,
        Optional<String> consumer,
        List<ProviderInfo> providers,
        List<ProviderInfo> matching) {

    public RoutingRequest {
        Objects.requireNonNull(spi, "spi");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(consumer, "consumer");
        // A value may be null, which Map.copyOf refuses
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        providers = List.copyOf(providers);
        matching = List.copyOf(matching);
    }
}
