package dev.berth.api.spi;

import java.io.Serializable;
import java.util.Objects;

/**
 * Names an SPI.
 *
 * <p>Stability: stable. Immutable and safe for use by many threads.
 *
 * @param className the full name of the interface
 * @param version the version of the contract
 * @param code the short name of the service
 */
public record SpiInfo(String className, String version, String code) implements Serializable {

    public SpiInfo {
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(code, "code");
    }
}
