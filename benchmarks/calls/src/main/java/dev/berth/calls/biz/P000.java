package dev.berth.calls.biz;

import dev.berth.api.spi.SpiProvider;
import dev.berth.calls.contract.Prices;

/** A provider; the digits are replaced for each one ({@link dev.berth.calls.ProviderJar}). */
@SpiProvider(id = "P000", rule = "{\"number\":\"#000\"}")
public class P000 implements Prices {

    @Override
    public long price(long article) {
        return article + 1;
    }
}
