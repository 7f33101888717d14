package dev.berth.samples.pricing;

import java.math.BigDecimal;

/**
 * What one piece costs without discount and without tax.
 *
 * @param sku the stock keeping unit
 * @param amount above zero, with cents
 * @param vatPercent the rate of the value-added tax
 */
record ListPrice(String sku, BigDecimal amount, BigDecimal vatPercent) {

    ListPrice {
        if (amount.signum() <= 0 || vatPercent.signum() < 0) {
            throw new IllegalArgumentException("The price of '" + sku + "' is not above zero, or its tax is below");
        }
    }
}
