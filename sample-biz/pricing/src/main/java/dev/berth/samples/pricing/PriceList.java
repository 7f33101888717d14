package dev.berth.samples.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * List prices and the discounts on them. Immutable.
 *
 * <p>Discounts do not add up: the highest that applies counts. Sums are rounded once, half up, to cents: the net sum
 * after the discount, then the tax on it.
 */
final class PriceList {

    private static final int CENTS = 2;

    private final Map<String, ListPrice> prices;
    private final List<Discount> discounts;

    PriceList(Collection<ListPrice> prices, Collection<Discount> discounts) {
        this.prices = prices.stream().collect(Collectors.toUnmodifiableMap(ListPrice::sku, Function.identity()));
        this.discounts = List.copyOf(discounts);
    }

    /**
     * Quotes a price.
     *
     * @param quantity how many pieces, at least 1
     * @return the quote, or empty if the SKU is not on the list
     */
    Optional<Quote> quote(String sku, int quantity) {
        return Optional.ofNullable(prices.get(sku)).map(price -> quote(price, quantity));
    }

    private Quote quote(ListPrice price, int quantity) {
        Optional<Discount> discount = discounts.stream()
                .filter(candidate -> candidate.appliesTo(price.sku(), quantity))
                .max(Comparator.comparing(Discount::percent));
        BigDecimal percent = discount.map(Discount::percent).orElse(BigDecimal.ZERO);
        BigDecimal listed = price.amount().multiply(BigDecimal.valueOf(quantity));
        BigDecimal net = cents(listed.subtract(percentOf(listed, percent)));
        BigDecimal vat = cents(percentOf(net, price.vatPercent()));
        String reason = discount.map(Discount::reason).orElse("");
        return new Quote(price.sku(), quantity, price.amount(), percent, reason, net, vat, net.add(vat));
    }

    private static BigDecimal percentOf(BigDecimal amount, BigDecimal percent) {
        return amount.multiply(percent).movePointLeft(2);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(CENTS, RoundingMode.HALF_UP);
    }
}
