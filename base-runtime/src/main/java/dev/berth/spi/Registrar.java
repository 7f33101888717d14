package dev.berth.spi;

import dev.berth.api.spi.ProviderInfo;
import dev.berth.api.spi.SpiInfo;
import dev.berth.broker.Parameters;
import dev.berth.error.BerthException;
import dev.berth.lifecycle.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes entries of what one revision, or the base, offers.
 *
 * @param table knows the SPIs
 * @param revision whose offers they are, or {@code null} for the base
 * @param loader its loader
 * @param address where the base is, as {@code host:port}
 */
record Registrar(ProviderTable table, @Nullable Revision revision, ClassLoader loader, String address) {

    /** A version is a part of addresses. */
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]*");

    /**
     * Makes an entry for each SPI that an offer implements.
     *
     * @throws BerthException with SPI_PROVIDER_INVALID, SPI_PATTERN_INVALID, SPI_INVALID or SPI_TYPES_NOT_SHARED
     */
    List<ProviderTable.Registration> registrations(Offer offer) {
        List<ProviderTable.Registration> registrations = new ArrayList<>();
        for (Class<?> spi : offer.spis()) {
            Service service = table.service(spi);
            if (revision != null) {
                service.contract().checkSharedWith(loader);
            }
            registrations.add(new ProviderTable.Registration(service, entry(offer, service.contract())));
        }
        return registrations;
    }

    /**
     * Makes the entry of an offer for one SPI.
     *
     * @throws BerthException with SPI_PROVIDER_INVALID or SPI_PATTERN_INVALID
     */
    ProviderEntry entry(Offer offer, Contract contract) {
        SpiInfo spi = contract.info();
        String version = offer.version().orElse(spi.version());
        if (!VERSION.matcher(version).matches()) {
            throw Offer.invalid(
                    offer.name(),
                    "has the version '" + version + "', which can't be a part of an address",
                    "Use letters, digits, dots, dashes and underscores.");
        }
        ProviderInfo info = new ProviderInfo(
                spi,
                offer.id(),
                version,
                rule(offer).values(),
                offer.priority(),
                revision == null && offer.isPlain(),
                Optional.ofNullable(revision).map(each -> each.id().name().value()),
                Optional.ofNullable(revision).map(each -> each.id().version().value()),
                "proxy://" + address + "/" + spi.code() + "/" + version);
        return new ProviderEntry(info, revision, offer.target(), loader);
    }

    private static Parameters rule(Offer offer) {
        return offer.rule().isEmpty() ? Parameters.none() : Parameters.parse(offer.rule());
    }
}
