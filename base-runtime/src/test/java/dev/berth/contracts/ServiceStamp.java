package dev.berth.contracts;

import dev.berth.api.spi.SpiProvider;

/** The provider that {@code META-INF/services} names. */
@SpiProvider(id = "service")
public class ServiceStamp implements Stamp {

    @Override
    public String text() {
        return "of the service file";
    }
}
