package dev.berth.samples.catalog;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A product was to be added whose SKU the catalog has already; answered with status 409. */
class DuplicateSkuException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    DuplicateSkuException(String sku) {
        super(
                HttpStatus.CONFLICT,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.CONFLICT, "The catalog has a product with the SKU '" + sku + "' already"),
                null);
    }
}
