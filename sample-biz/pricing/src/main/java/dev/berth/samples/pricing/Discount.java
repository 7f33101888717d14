package dev.berth.samples.pricing;

import java.math.BigDecimal;

/**
 * A reduction for a group of products from some quantity on.
 *
 * @param skuPrefix what the SKUs of the group begin with
 * @param fromQuantity the smallest quantity that gets it
 * @param percent how much is taken off, above 0 and below 100
 * @param reason what the customer is told
 */
record Discount(String skuPrefix, int fromQuantity, BigDecimal percent, String reason) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    Discount {
        if (percent.signum() <= 0 || percent.compareTo(HUNDRED) >= 0) {
            throw new IllegalArgumentException("The discount '" + reason + "' is not between 0 and 100 percent");
        }
    }

    boolean appliesTo(String sku, int quantity) {
        return sku.startsWith(skuPrefix) && quantity >= fromQuantity;
    }
}
