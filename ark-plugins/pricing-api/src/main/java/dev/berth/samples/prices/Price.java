package dev.berth.samples.prices;

import java.math.BigDecimal;

/**
 * What one piece costs.
 *
 * @param article the article
 * @param amount in euro
 * @param seller who made the price
 */
public record Price(String article, BigDecimal amount, String seller) {}
