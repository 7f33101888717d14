package dev.berth.broker;

import dev.berth.api.spi.ProviderInfo;
import dev.berth.api.spi.SpiInfo;
import java.util.Optional;

/** Providers of one SPI, for tests. */
final class Providers {

    static final SpiInfo PRICING = new SpiInfo("com.acme.PriceService", "1.0", "pricing");

    private Providers() {}

    static ProviderInfo of(String id, String rule, int priority, String version) {
        return new ProviderInfo(
                PRICING,
                id,
                version,
                rule.isEmpty()
                        ? Parameters.none().values()
                        : Parameters.parse(rule).values(),
                priority,
                false,
                Optional.of("biz-" + id),
                Optional.of("7"),
                "proxy://127.0.0.1:8080/pricing/" + version);
    }

    static ProviderInfo of(String id) {
        return of(id, "", 0, "1.0");
    }

    static ProviderInfo ruled(String id, String rule) {
        return of(id, rule, 0, "1.0");
    }

    static ProviderInfo ofBase() {
        return new ProviderInfo(
                PRICING,
                "listPrice",
                "1.0",
                Parameters.none().values(),
                0,
                true,
                Optional.empty(),
                Optional.empty(),
                "proxy://127.0.0.1:8080/pricing/1.0");
    }
}
