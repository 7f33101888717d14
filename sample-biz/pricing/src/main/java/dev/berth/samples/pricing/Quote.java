package dev.berth.samples.pricing;

import java.math.BigDecimal;

/**
 * What a customer pays.
 *
 * @param sku the stock keeping unit
 * @param quantity how many pieces
 * @param unitPrice what one piece costs without discount and tax
 * @param discountPercent how much is taken off, 0 for nothing
 * @param discountReason why, empty for nothing
 * @param net the sum after discount, rounded to cents
 * @param vat the tax on it, rounded to cents
 * @param total what is paid
 */
record Quote(
        String sku,
        int quantity,
        BigDecimal unitPrice,
        BigDecimal discountPercent,
        String discountReason,
        BigDecimal net,
        BigDecimal vat,
        BigDecimal total) {}
