package dev.berth.contracts;

import dev.berth.api.spi.Spi;

/** A consumer of prices that tests can ask from outside its biz. */
@Spi(code = "shop")
public interface Shop {

    /**
     * Asks one of its injected services for a price.
     *
     * @param how which one
     * @param argument what to ask for
     * @return the maker of the price
     */
    String ask(String how, String argument) throws Exception;
}
