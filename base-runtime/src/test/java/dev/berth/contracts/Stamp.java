package dev.berth.contracts;

import dev.berth.api.spi.Spi;

/** An SPI of which {@code META-INF/services} of the tests names a provider, which has an id. */
@Spi(code = "stamp")
public interface Stamp {

    String text();
}
