package dev.berth.api.spi;

import java.util.Map;

/**
 * Finds providers of an SPI by what is known only at run time.
 *
 * <p>What it returns is a stub: it may be kept, follows changes like an injected one, and holds no provider. Safe for use
 * by many threads.
 *
 * <p>Stability: stable for callers; only the base implements it.
 *
 * @param <T> the SPI
 */
public interface DynamicInvoker<T> {

    /**
     * Returns the only provider without a rule, or else the base's default, or else the only one with a rule.
     *
     * @throws NoProviderException when there is none
     * @throws AmbiguousProviderException when there are several
     */
    T getService();

    /**
     * Returns the provider of an id.
     *
     * @throws NoProviderException when there is none
     * @throws AmbiguousProviderException when there are several
     */
    T getService(String id);

    /**
     * Returns the provider whose rule matches parameters, or the base's default.
     *
     * @param parameters names and values; values are text, numbers, truth values, enums (by their names), and lists and
     *     maps of these
     * @throws NoProviderException when there is none
     * @throws AmbiguousProviderException when there are several
     * @throws IllegalArgumentException when a value is of another kind
     */
    T getService(Map<String, ?> parameters);
}
