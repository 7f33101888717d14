package com.example.flyway;

import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StockController {

    private final JdbcClient jdbc;
    private final Flyway flyway;

    StockController(JdbcClient jdbc, Flyway flyway) {
        this.jdbc = jdbc;
        this.flyway = flyway;
    }

    @GetMapping("/migrations")
    List<String> migrations() {
        return Arrays.stream(flyway.info().all())
                .map(info ->
                        "%s %s %s %s".formatted(info.getVersion(), info.getType(), info.getScript(), info.getState()))
                .toList();
    }

    @GetMapping("/stock")
    List<String> stock() {
        return jdbc.sql("select article || ' ' || amount || ' ' || place from stock order by article")
                .query(String.class)
                .list();
    }

    @PostMapping("/stock")
    int add(@RequestParam String article, @RequestParam int amount) {
        return jdbc.sql("insert into stock (article, amount) values (?, ?)")
                .params(article, amount)
                .update();
    }

    @PostMapping("/migrate")
    int again() {
        return flyway.migrate().migrationsExecuted;
    }
}
