package dev.berth.broker;

import dev.berth.api.spi.AmbiguousProviderException;
import dev.berth.api.spi.NoProviderException;
import dev.berth.api.spi.ProviderInfo;
import dev.berth.api.spi.SpiException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a router found for a demand.
 *
 * <p>Immutable and safe for use by many threads.
 */
public sealed interface Choice {

    /** One provider. */
    record Found(ProviderInfo provider) implements Choice {}

    /**
     * No provider fits.
     *
     * @param present all providers of the SPI, fitting or not
     */
    record None(Demand demand, List<ProviderInfo> present) implements Choice {

        public None {
            present = List.copyOf(present);
        }

        /** Returns it as what the caller gets. */
        public SpiException exception() {
            String there = present.isEmpty() ? "there is none at all" : "there are " + describe(present);
            return new NoProviderException(
                    "No provider of " + demand.describe() + "; " + there, demand.spi(), names(present));
        }
    }

    /**
     * Several providers fit equally well.
     *
     * @param matching these
     */
    record Several(Demand demand, List<ProviderInfo> matching) implements Choice {

        public Several {
            matching = List.copyOf(matching);
        }

        /** Returns it as what the caller gets. */
        public SpiException exception() {
            return new AmbiguousProviderException(
                    matching.size() + " providers of " + demand.describe() + ", where one is needed: "
                            + describe(matching) + "; ask for one by its id, or give one a higher priority",
                    demand.spi(),
                    names(matching));
        }
    }

    private static String describe(List<ProviderInfo> providers) {
        return String.join(", ", names(providers));
    }

    private static List<String> names(List<ProviderInfo> providers) {
        return providers.stream().map(Choice::name).collect(Collectors.toList());
    }

    /** Returns a provider for people: {@code 'drf' 1.0 of biz 'drf-hz:3'}. */
    static String name(ProviderInfo provider) {
        String owner = provider.biz()
                .map(biz -> "biz '" + biz + ":" + provider.bizVersion().orElse("?") + "'")
                .orElse("the base");
        return "'" + provider.id() + "' " + provider.version() + " of " + owner;
    }
}
