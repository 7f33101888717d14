package dev.berth.samples.pricing;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts the price service, on its own or as a biz of a base. */
@SpringBootApplication
public class PricingApplication {

    /** Starts with the given arguments, as {@code java -jar} does. */
    public static void main(String[] args) {
        SpringApplication.run(PricingApplication.class, args);
    }

    @Bean
    PriceList priceList() {
        return new PriceList(PriceRules.listPrices(), PriceRules.discounts());
    }
}
