package dev.berth.samples.catalog;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A product was asked for that the catalog does not have; answered with status 404. */
class NoSuchProductException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    NoSuchProductException(long id) {
        super(
                HttpStatus.NOT_FOUND,
                ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "The catalog has no product '" + id + "'"),
                null);
    }
}
