package dev.berth.contracts;

import dev.berth.api.spi.Spi;

/** An SPI of which {@code META-INF/services} of the tests names a default. */
@Spi(code = "seal")
public interface Seal {

    /** The default. */
    class Wax implements Seal {}
}
