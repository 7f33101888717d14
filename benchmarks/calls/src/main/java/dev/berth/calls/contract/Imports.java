package dev.berth.calls.contract;

import dev.berth.api.spi.Spi;

/** Gives a benchmark what a biz has imported. */
@Spi(code = "imports")
public interface Imports {

    /** Returns the base's bean as the biz got it. */
    Prices imported();
}
