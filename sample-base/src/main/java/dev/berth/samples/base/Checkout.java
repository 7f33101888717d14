package dev.berth.samples.base;

import dev.berth.api.spi.DynamicInvoker;
import dev.berth.samples.prices.Price;
import dev.berth.samples.prices.PriceService;
import dev.berth.samples.prices.UnknownArticleException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Asks for prices without knowing who makes them. */
@RestController
class Checkout {

    private final DynamicInvoker<PriceService> prices;

    Checkout(DynamicInvoker<PriceService> prices) {
        this.prices = prices;
    }

    @GetMapping("/prices/{article}")
    Price price(@PathVariable("article") String article, @RequestParam("merchant") String merchant)
            throws UnknownArticleException {
        return prices.getService(Map.of("merchant", merchant)).price(article);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String unknown(UnknownArticleException unknown) {
        return unknown.getMessage();
    }
}
