package dev.berth.samples.catalog;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the catalog, on its own or as a biz of a base. */
@SpringBootApplication
public class CatalogApplication {

    /** Starts with the given arguments, as {@code java -jar} does. */
    public static void main(String[] args) {
        SpringApplication.run(CatalogApplication.class, args);
    }
}
