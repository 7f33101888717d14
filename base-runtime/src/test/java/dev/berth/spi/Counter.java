package dev.berth.spi;

import dev.berth.api.spi.Spi;

/** A small SPI. */
@Spi(code = "counter", version = "1.0")
public interface Counter {

    String next();
}
