package dev.berth.samples.sitea;

import dev.berth.api.spi.SpiProvider;
import dev.berth.samples.prices.Price;
import dev.berth.samples.prices.PriceService;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** Makes the prices of merchant a. */
@Component
@SpiProvider(id = "site-a", rule = "{\"merchant\": \"a\"}")
class TeaHouse implements PriceService {

    @Override
    public Price price(String article) {
        return new Price(article, new BigDecimal("3.90"), "site-a");
    }
}
