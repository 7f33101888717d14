package dev.berth.samples.catalog;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers errors with problem details; invalid input also with what is wrong with each field. */
@RestControllerAdvice
class InvalidInputAdvice extends ResponseEntityExceptionHandler {

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException error, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Map<String, String> fields = new TreeMap<>();
        for (FieldError field : error.getFieldErrors()) {
            fields.merge(field.getField(), String.valueOf(field.getDefaultMessage()), (a, b) -> a + ", " + b);
        }
        error.getBody().setProperty("fields", fields);
        return handleExceptionInternal(error, error.getBody(), headers, status, request);
    }
}
