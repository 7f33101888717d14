package dev.berth.contracts;

import dev.berth.api.spi.Spi;

/** Says what something costs; an SPI for tests. */
@Spi(code = "pricing", version = "1.0")
public interface PriceService {

    /** Returns the price with the name of who made it. */
    Price price(String article) throws UnknownArticleException;

    /** Returns the name of the context loader during the call. */
    String contextLoader();

    /** Returns what the default says, unless a provider says otherwise. */
    default String label() {
        return "label of the interface";
    }
}
