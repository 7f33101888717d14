package dev.berth.samples.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceListTests {

    private final PriceList prices = new PriceList(
            List.of(new ListPrice("TEA-1", new BigDecimal("8.33"), new BigDecimal("7"))),
            List.of(
                    new Discount("TEA-", 5, new BigDecimal("5"), "five"),
                    new Discount("", 10, new BigDecimal("12.5"), "ten"),
                    new Discount("MUG-", 1, new BigDecimal("50"), "mugs")));

    @ParameterizedTest
    @CsvSource({
        "1, 0, '', 8.33, 0.58, 8.91",
        "4, 0, '', 33.32, 2.33, 35.65",
        "5, 5, five, 39.57, 2.77, 42.34",
        "10, 12.5, ten, 72.89, 5.10, 77.99"
    })
    void quoteTakesTheHighestDiscountAndRoundsOnceToCents(
            int quantity, BigDecimal percent, String reason, BigDecimal net, BigDecimal vat, BigDecimal total) {
        // When
        Quote quote = prices.quote("TEA-1", quantity).orElseThrow();

        // Then
        assertThat(quote)
                .isEqualTo(new Quote("TEA-1", quantity, new BigDecimal("8.33"), percent, reason, net, vat, total));
    }

    @Test
    void quoteOfUnlistedSkuIsEmpty() {
        assertThat(prices.quote("TEA-2", 1)).isEmpty();
    }

    @Test
    void discountOfAllOrMoreIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Discount("TEA-", 1, new BigDecimal("100"), "free"))
                .withMessageContaining("'free'");
    }
}
