package com.example.jdbc;

import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AccountController {

    private final Accounts accounts;

    AccountController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/accounts")
    List<Accounts.Account> all() {
        return accounts.all();
    }

    @PostMapping("/accounts")
    long open(@RequestParam String owner) {
        return accounts.open(owner);
    }

    @PostMapping("/move")
    List<Accounts.Account> move(@RequestParam long from, @RequestParam long to, @RequestParam int amount) {
        accounts.move(from, to, amount);
        return accounts.all();
    }

    @PostMapping("/attempt")
    int attempt(@RequestParam long id, @RequestParam int amount) {
        return accounts.attempt(id, amount);
    }

    @GetMapping("/pool")
    String pool() {
        return accounts.pool();
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    String failed(DataAccessException failure) {
        return failure.getClass().getName() + " by "
                + failure.getMostSpecificCause().getClass().getName();
    }
}
