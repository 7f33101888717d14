package dev.berth.badinput;

import static dev.berth.badinput.BadInputPage.assertTold;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.BizJar;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A biz that fails in its start: the answer has the cause first. */
class FailingMainIT {

    private static final String APPLICATION =
            """
            package com.example.shop;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.context.annotation.Bean;
            @SpringBootApplication
            public class Shop {
                interface Payment {}
                static class Prices {
                    static final int COUNT = Integer.parseInt("many");
                    static void load() {}
                }
                public static void main(String[] args) {
                    SpringApplication.run(Shop.class, args);
                }
                %s
            }
            """;

    @RegisterExtension
    private final HarmCheck base = new HarmCheck();

    @TempDir
    private Path directory;

    @Test
    void mainThrows() {
        // Given
        Path jar = BizJar.named("shop")
                .source(
                        """
                        package com.example.shop;
                        public class Shop {
                            public static void main(String[] args) throws Exception {
                                throw new IllegalStateException("No prices", new java.io.IOException("No file 'prices.csv'"));
                            }
                        }
                        """)
                .slim(directory);
        int jars = base.storedJars();
        // When
        Answer answer = base.admin().install(jar);
        // Then
        assertTold(BadInput.MAIN_THROWS, answer);
        assertThat(base.storedJars()).as("Jars in the store").isEqualTo(jars);
    }

    @Test
    void beanIsMissing() {
        // When
        Answer answer = base.admin().install(application("@Bean String till(Payment payment) { return \"till\"; }"));
        // Then
        assertTold(BadInput.BEAN_MISSING, answer);
        assertThat(HarmCheck.base().log("shop")).contains("required a bean of type 'com.example.shop.Shop$Payment'");
    }

    @Test
    void staticInitialiserFails() {
        // When
        Answer answer =
                base.admin().install(application("@Bean String prices() { Prices.load(); return \"prices\"; }"));
        // Then
        assertTold(BadInput.STATIC_INITIALISER, answer);
    }

    @Test
    void staticInitialiserHasFailedBefore() {
        // Given
        Path jar = application(
                """
                @Bean String prices() {
                    try {
                        Prices.load();
                    } catch (ExceptionInInitializerError passedOver) {
                    }
                    Prices.load();
                    return "prices";
                }
                """);
        // When
        Answer answer = base.admin().install(jar);
        // Then
        assertTold(BadInput.STATIC_INITIALISER_AGAIN, answer);
    }

    private Path application(String more) {
        return BizJar.named("shop")
                .starterWebmvc()
                .source(APPLICATION.formatted(more))
                .slim(directory);
    }
}
