package com.example.errorpages;

import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
class MissingAdvice {

    @ExceptionHandler
    ProblemDetail missing(NoSuchElementException missing) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.GONE, missing.getMessage());
    }
}
