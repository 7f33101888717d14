package dev.berth.calls.contract;

import dev.berth.api.spi.Spi;

/** The SPI whose calls are measured: it does next to nothing. */
@Spi(code = "calls")
public interface Prices {

    /** Returns another number. */
    long price(long article);
}
