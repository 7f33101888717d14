package dev.berth.samples.catalog;

import java.math.BigDecimal;

/**
 * A product as callers see it.
 *
 * @param id the number that the catalog gave it
 * @param sku the stock keeping unit, unique in the catalog
 * @param name what people call it
 * @param price the list price in euros
 */
public record ProductView(long id, String sku, String name, BigDecimal price) {}
