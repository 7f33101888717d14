package dev.berth.samples.pricing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Quotes over REST. */
@RestController
class PriceController {

    private final PriceList prices;

    PriceController(PriceList prices) {
        this.prices = prices;
    }

    @GetMapping("/api/prices/{sku}")
    Quote quote(@PathVariable String sku, @RequestParam(defaultValue = "1") @Min(1) @Max(10_000) int quantity) {
        return prices.quote(sku, quantity).orElseThrow(() -> notListed(sku));
    }

    private static ErrorResponseException notListed(String sku) {
        HttpStatus status = HttpStatus.NOT_FOUND;
        String detail = "The price list has no '" + sku + "'";
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
