package com.example.validation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.util.List;

record Order(@NotBlank String customer, @Email String mail, @NotEmpty List<@Valid Item> items) {

    record Item(@Sku String sku, @Positive int amount) {}
}
