package dev.berth.spi;

import dev.berth.api.spi.ProviderInfo;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.spi.ProviderTable.Registration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Refuses providers of one owner of which nobody could ever say which is meant. */
final class Registrations {

    private Registrations() {}

    /**
     * Looks at providers that are to be added, beside those that are there.
     *
     * @throws BerthException with SPI_PROVIDER_INVALID when two of one SPI and owner have the same id and version, or the
     *     base has two defaults of one version and priority
     */
    static void check(Collection<Registration> registrations) {
        for (Registration one : registrations) {
            List<ProviderInfo> others = others(one, registrations);
            ProviderInfo info = one.entry().info();
            refuse(info, others, other -> other.id().equals(info.id()), Registrations::sameId);
            refuse(
                    info,
                    others,
                    other -> info.fallback() && other.fallback() && other.priority() == info.priority(),
                    Registrations::twoDefaults);
        }
    }

    /** Returns the others of the same owner and version. */
    private static List<ProviderInfo> others(Registration one, Collection<Registration> registrations) {
        List<ProviderEntry> all = new ArrayList<>(one.service().snapshot().registered());
        registrations.stream()
                .filter(other -> other.service() == one.service())
                .map(Registration::entry)
                .forEach(all::add);
        return all.stream()
                .filter(other ->
                        other != one.entry() && other.revision() == one.entry().revision())
                .map(ProviderEntry::info)
                .filter(other -> other.version().equals(one.entry().info().version()))
                .toList();
    }

    private static void refuse(
            ProviderInfo info, List<ProviderInfo> others, Predicate<ProviderInfo> clash, Refusal refusal) {
        others.stream().filter(clash).findFirst().ifPresent(other -> {
            throw refusal.of(other, info);
        });
    }

    private static BerthException sameId(ProviderInfo first, ProviderInfo second) {
        return new BerthException(
                ErrorCode.SPI_PROVIDER_INVALID,
                "Two providers of '" + first.spi().code() + "' " + first.version() + " have the id '" + second.id()
                        + "'",
                "Give each an id of its own in @SpiProvider.");
    }

    private static BerthException twoDefaults(ProviderInfo first, ProviderInfo second) {
        return new BerthException(
                ErrorCode.SPI_PROVIDER_INVALID,
                "The base has two defaults of '" + first.spi().code() + "' " + first.version() + ": '" + first.id()
                        + "' and '" + second.id() + "'",
                "Give one of them an id in @SpiProvider, or a higher priority.");
    }

    /** Makes the refusal of two. */
    private interface Refusal {

        BerthException of(ProviderInfo first, ProviderInfo second);
    }
}
