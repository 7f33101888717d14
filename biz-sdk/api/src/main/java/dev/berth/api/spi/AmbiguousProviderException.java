package dev.berth.api.spi;

import java.util.List;

/**
 * Tells that several providers fit where one is needed.
 *
 * <p>Stability: stable; only the base throws it.
 */
public final class AmbiguousProviderException extends SpiException {

    private static final long serialVersionUID = 1;

    /** Is made by the base. */
    public AmbiguousProviderException(String message, SpiInfo spi, List<String> candidates) {
        super(message, spi, candidates);
    }
}
