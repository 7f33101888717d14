package dev.berth.api.spi;

import java.util.List;

/**
 * Tells that a call of an SPI reached no provider.
 *
 * <p>Stability: stable; only the base throws its subclasses.
 */
public abstract class SpiException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final SpiInfo spi;
    private final String[] candidates;

    SpiException(String message, SpiInfo spi, List<String> candidates) {
        super(message);
        this.spi = spi;
        this.candidates = candidates.toArray(String[]::new);
    }

    /** Returns what was called. */
    public SpiInfo spi() {
        return spi;
    }

    /** Returns the providers that were there, for people. */
    public List<String> candidates() {
        return List.of(candidates);
    }
}
