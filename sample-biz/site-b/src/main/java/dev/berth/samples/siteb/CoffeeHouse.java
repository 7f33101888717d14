package dev.berth.samples.siteb;

import dev.berth.api.spi.SpiProvider;
import dev.berth.samples.prices.Price;
import dev.berth.samples.prices.PriceService;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** Makes the prices of merchant b. */
@Component
@SpiProvider(id = "site-b", rule = "{\"merchant\": \"b\"}")
class CoffeeHouse implements PriceService {

    @Override
    public Price price(String article) {
        return new Price(article, new BigDecimal("5.20"), "site-b");
    }
}
