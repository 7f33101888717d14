package com.example.validation;

import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/orders")
class OrderController {

    private final List<Order> orders = new CopyOnWriteArrayList<>();
    private final StockService stock;
    private final Limits limits;

    OrderController(StockService stock, Limits limits) {
        this.stock = stock;
        this.limits = limits;
    }

    @PostMapping
    ResponseEntity<Order> add(@Valid @RequestBody Order order) {
        orders.add(order);
        return ResponseEntity.created(URI.create("orders/" + (orders.size() - 1)))
                .body(order);
    }

    @GetMapping("/{number}")
    Order get(@PathVariable int number) {
        return orders.get(number);
    }

    @GetMapping
    List<Order> first(@RequestParam @Max(10) int count) {
        return orders.stream().limit(Math.min(count, limits.orders())).toList();
    }

    @PostMapping("/reserve")
    String reserve(@RequestParam int amount) {
        return stock.reserve(amount);
    }

    @ExceptionHandler
    ProblemDetail invalid(MethodArgumentNotValidException invalid) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        problem.setProperty(
                "faults",
                invalid.getFieldErrors().stream()
                        .map(error -> error.getField() + " " + error.getDefaultMessage())
                        .sorted()
                        .toList());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail invalid(ConstraintViolationException invalid) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, invalid.getMessage());
    }
}
