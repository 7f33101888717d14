package dev.berth.samples.catalog;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * What a caller sends to add a product.
 *
 * @param sku two to four capital letters, a hyphen and three to six digits
 * @param name what people call it
 * @param price the list price in euros, above zero, with cents
 */
record NewProduct(
        @NotNull @Pattern(regexp = "[A-Z]{2,4}-\\d{3,6}", message = "must look like 'TEA-001'") String sku,
        @NotBlank @Size(max = 120) String name,
        @NotNull @DecimalMin("0.01") @Digits(integer = 8, fraction = 2) BigDecimal price) {}
