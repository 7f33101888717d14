package com.example.validation;

import jakarta.validation.constraints.Max;
import org.springframework.stereotype.Service;
import org.springframework.validation.annotation.Validated;

/** Its parameters are checked by a proxy. */
@Service
@Validated
class StockService {

    String reserve(@Max(value = 5, message = "only {value} left, ${validatedValue} wanted") int amount) {
        return amount + " reserved";
    }
}
