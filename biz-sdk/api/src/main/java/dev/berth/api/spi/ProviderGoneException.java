package dev.berth.api.spi;

import java.util.List;

/**
 * Tells that the provider which served before has gone, and that no other fits; or that the call began on a version of a biz
 * that has been stopped since, and so can't go on with the next.
 *
 * <p>Stability: stable; only the base throws it.
 */
public final class ProviderGoneException extends SpiException {

    private static final long serialVersionUID = 1;

    /** Is made by the base. */
    public ProviderGoneException(String message, SpiInfo spi, List<String> candidates) {
        super(message, spi, candidates);
    }
}
