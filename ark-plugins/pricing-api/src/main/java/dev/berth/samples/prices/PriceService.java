package dev.berth.samples.prices;

import dev.berth.api.spi.Spi;

/** Makes prices; a base has a default, and a biz may make those of one merchant. */
@Spi(code = "pricing", version = "1.0")
public interface PriceService {

    /**
     * Returns what one piece of an article costs.
     *
     * @throws UnknownArticleException when nobody sells it
     */
    Price price(String article) throws UnknownArticleException;
}
