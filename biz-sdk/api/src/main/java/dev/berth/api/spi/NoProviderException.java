package dev.berth.api.spi;

import java.util.List;

/**
 * Tells that no provider fits what a consumer asks for.
 *
 * <p>Stability: stable; only the base throws it.
 */
public final class NoProviderException extends SpiException {

    private static final long serialVersionUID = 1;

    /** Is made by the base. */
    public NoProviderException(String message, SpiInfo spi, List<String> candidates) {
        super(message, spi, candidates);
    }
}
