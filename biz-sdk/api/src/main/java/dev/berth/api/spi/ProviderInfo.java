package dev.berth.api.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Names a provider of an SPI, as policies and people see it.
 *
 * <p>Stability: stable; only the base makes it. Immutable and safe for use by many threads.
 *
 * @param spi what it provides
 * @param id the id by which it may be asked for
 * @param version the version of the contract that it fulfils
 * @param rule what parameters must have so that it is chosen by them; empty when no parameters choose it
 * @param priority decides between several that match, the highest wins
 * @param fallback whether it serves those for whom no other provider is there: the default of the base
 * @param biz the name of the biz that it belongs to, or empty for a provider of the base
 * @param bizVersion the version of that biz, or empty
 * @param address where it is, as {@code proxy://host:port/service/version}
 */
public record ProviderInfo(
        SpiInfo spi,
        String id,
        String version,
        Map<String, Object> rule,
        int priority,
        boolean fallback,
        Optional<String> biz,
        Optional<String> bizVersion,
        String address) {

    public ProviderInfo {
        Objects.requireNonNull(spi, "spi");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(biz, "biz");
        Objects.requireNonNull(bizVersion, "bizVersion");
        Objects.requireNonNull(address, "address");
        // A member may be null, which Map.copyOf refuses
        rule = Collections.unmodifiableMap(new LinkedHashMap<>(rule));
    }
}
