package dev.berth.samples.base;

import dev.berth.api.spi.SpiProvider;
import dev.berth.samples.prices.Price;
import dev.berth.samples.prices.PriceService;
import dev.berth.samples.prices.UnknownArticleException;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The prices of the list: the default, wherever no site makes its own. */
@Component
@SpiProvider
class ListPrices implements PriceService {

    private static final Map<String, BigDecimal> LIST =
            Map.of("tea", new BigDecimal("4.50"), "coffee", new BigDecimal("6.00"));

    @Override
    public Price price(String article) throws UnknownArticleException {
        BigDecimal amount = LIST.get(article);
        if (amount == null) {
            throw new UnknownArticleException(article);
        }
        return new Price(article, amount, "list");
    }
}
