package dev.berth.calls.importer;

import dev.berth.api.spi.SpiProvider;
import dev.berth.calls.contract.Imports;
import dev.berth.calls.contract.Prices;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;

/** Injects the exported bean as any other one. */
@SpringBootConfiguration(proxyBeanMethods = false)
public class Importer {

    /** Starts it. */
    public static void main(String[] arguments) {
        SpringApplication.run(Importer.class, arguments);
    }

    @Bean
    @SpiProvider(id = "importer")
    Imports imports(Prices prices) {
        return new Given(prices);
    }

    record Given(Prices imported) implements Imports {}
}
