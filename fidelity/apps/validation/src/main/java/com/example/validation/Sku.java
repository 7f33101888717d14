package com.example.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Value;

/** A constraint of the application's own, whose validator is a Spring bean and whose message is in a bundle. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Sku.Validator.class)
@interface Sku {

    String message() default "{com.example.validation.Sku.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<Sku, String> {

        private final String prefix;

        Validator(@Value("${sku.prefix}") String prefix) {
            this.prefix = prefix;
        }

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value != null && value.startsWith(prefix);
        }
    }
}
