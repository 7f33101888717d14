package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.control.Operation;
import dev.berth.control.Problem;
import dev.berth.control.SpiView;
import dev.berth.error.ErrorCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What refuses the start of a biz, with a code of its own, and what does not because it can still come right. */
class SpiRefusalIT {

    private static final String CONSUMER =
            """
            package com.example.consumer;
            import dev.berth.api.spi.*;
            import dev.berth.contracts.*;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.SpringBootConfiguration;
            import static dev.berth.api.spi.PatternType.*;
            @SpringBootConfiguration(proxyBeanMethods = false)
            public class Main {
                public static void main(String[] args) {
                    SpringApplication.run(Main.class, args);
                }
                %s service;
            }
            """;

    private static final String PROVIDER =
            """
            package com.example.provider;
            import dev.berth.api.spi.*;
            import dev.berth.contracts.*;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.SpringBootConfiguration;
            import org.springframework.context.annotation.*;
            @SpringBootConfiguration(proxyBeanMethods = false)
            public class Main {
                public static void main(String[] args) {
                    SpringApplication.run(Main.class, args);
                }
                static class Prices implements PriceService {
                    public Price price(String article) {
                        return new Price("x", 1);
                    }
                    public String contextLoader() {
                        return "";
                    }
                }
                %s
            }
            """;

    @RegisterExtension
    static final OwnBase OWN = OwnBase.startedBy(SpiBase::start);

    @TempDir
    static Path directory;

    private final RunningBase base = OWN.base();
    private static int count;

    @Test
    void patternThatCannotBeReadRefusesTheStart() {
        assertThat(consumer("@DynamicInject(pattern = \"drf(\", type = REG) PriceService"))
                .startsWith("SPI_PATTERN_INVALID 'drf(' is not a regular expression: ");
        assertThat(consumer("@DynamicInject(pattern = \"(?=a)b\", type = REG) PriceService"))
                .startsWith("SPI_PATTERN_INVALID '(?=a)b' is not a regular expression");
        assertThat(consumer("@DynamicInject(pattern = \"{\\\"a\\\"\", type = RULE) PriceService"))
                .startsWith("SPI_PATTERN_INVALID '{\"a\"' is not a JSON object");
        assertThat(consumer("@DynamicInject(version = \"[1,\") PriceService"))
                .isEqualTo("SPI_PATTERN_INVALID '[1,' is not a range of versions");
    }

    @Test
    void typeThatIsNoSpiRefusesTheStart() {
        assertThat(consumer("@DynamicInject Runnable"))
                .isEqualTo("SPI_INVALID 'java.lang.Runnable' can't be an SPI: it has no @Spi");
        assertThat(consumer("@DynamicInject DynamicInvoker"))
                .startsWith("SPI_INVALID The DynamicInvoker in com.example.consumer.Main.service does not say");
        assertThat(consumer("@Spi(code = \"own\") interface Own {} @DynamicInject Own"))
                .isEqualTo("SPI_INVALID 'com.example.consumer.Main$Own' can't be an SPI: it is defined by biz"
                        + " 'consumer' itself");
    }

    @Test
    void spiThatTheBizHasACopyOfRefusesTheStart() {
        // Given
        Path jar = SpiBiz.of("copy", "1")
                .source(CONSUMER.formatted("@DynamicInject PriceService"))
                .source(
                        """
                        package dev.berth.contracts;
                        @dev.berth.api.spi.Spi(code = "pricing", version = "1.0")
                        public interface PriceService {}
                        """)
                .slim(directory.resolve("copy"));
        // Then
        assertThat(text(base.install(jar)))
                .isEqualTo("SPI_INVALID 'dev.berth.contracts.PriceService' can't be an SPI: it is defined by biz 'copy'"
                        + " itself");
    }

    @Test
    void providerThatCannotBeRegisteredRefusesTheStart() {
        assertThat(provider("@Bean @SpiProvider(id = \"a\") Prices one() { return new Prices(); }"
                        + "@Bean @SpiProvider(id = \"a\") Prices two() { return new Prices(); }"))
                .isEqualTo("SPI_PROVIDER_INVALID Two providers of 'pricing' 1.0 have the id 'a'");
        assertThat(provider("@Bean @SpiProvider(rule = \"{\") Prices one() { return new Prices(); }"))
                .startsWith("SPI_PATTERN_INVALID '{' is not a JSON object");
        assertThat(provider("@Bean @SpiProvider String one() { return \"\"; }"))
                .isEqualTo("SPI_PROVIDER_INVALID The provider 'one' has @SpiProvider and implements no SPI");
        assertThat(provider("@Bean @Scope(\"prototype\") @SpiProvider Prices one() { return new Prices(); }"))
                .startsWith("SPI_PROVIDER_INVALID The provider 'one' is not a singleton");
        assertThat(provider("@Bean @SpiProvider(version = \"1/2\") Prices one() { return new Prices(); }"))
                .startsWith("SPI_PROVIDER_INVALID The provider 'one' has the version '1/2'");
        assertThat(pricing().providers()).extracting(SpiView.Provider::id).containsExactly("listPrices");
    }

    @Test
    void typesThatTheBizDoesNotShareRefuseTheStartWithTheirNames() {
        // Given: a biz with a class of its own under the name of one in the signature
        Path jar = SpiBiz.of("apart", "1")
                .source(CONSUMER.formatted("@DynamicInject PriceService"))
                .source(
                        """
                        package dev.berth.contracts;
                        public record Price(String maker, long cents) {}
                        """)
                .slim(directory.resolve("apart"));
        // When
        Operation operation = base.install(jar);
        // Then
        assertThat(text(operation))
                .isEqualTo("SPI_TYPES_NOT_SHARED The SPI 'pricing' (dev.berth.contracts.PriceService) speaks of types"
                        + " that the biz does not share with it: 'dev.berth.contracts.Price' (it has its own)");
    }

    @Test
    void missingProviderIsSaidAndMayComeLater() {
        // When
        assertThat(consumer("@DynamicInject(pattern = \"later\") PriceService")).isEqualTo("started");
        // Then
        assertThat(base.log("consumer"))
                .contains("com.example.consumer.Main.service: No provider of 'pricing' with the id 'later'");
        assertThat(pricing().consumers())
                .anySatisfy(consumer -> assertThat(consumer.biz()).contains("consumer"));
        assertThat(base.control().spis()).isNotEmpty();
    }

    @Test
    void refusedRevisionLeavesTheOneBeforeInService() {
        // Given
        assertThat(provider("@Bean @SpiProvider(id = \"a\") Prices one() { return new Prices(); }"))
                .isEqualTo("started");
        String before = base.revision("provider").id().toString();
        // When
        String refused = provider("@Bean @SpiProvider(rule = \"[]\") Prices one() { return new Prices(); }");
        // Then
        assertThat(refused).startsWith("SPI_PATTERN_INVALID");
        assertThat(base.revision("provider").id()).hasToString(before);
        assertThat(pricing().providers()).extracting(SpiView.Provider::id).containsExactly("listPrices", "a");
    }

    @Test
    void errorsAreMattersOfTheBiz() {
        assertThat(ErrorCode.SPI_TYPES_NOT_SHARED.category()).isEqualTo(ErrorCode.BIZ_START_FAILED.category());
    }

    private SpiView pricing() {
        return base.control().spis().stream()
                .filter(spi -> spi.code().equals("pricing"))
                .findFirst()
                .orElseThrow();
    }

    private String consumer(String field) {
        return install("consumer", CONSUMER.formatted(field));
    }

    private String provider(String beans) {
        return install("provider", PROVIDER.formatted(beans));
    }

    private String install(String name, String source) {
        count++;
        return text(base.install(SpiBiz.once(directory, name, Integer.toString(count), source)));
    }

    private static String text(Operation operation) {
        return operation.problem().map(SpiRefusalIT::text).orElse("started");
    }

    private static String text(Problem problem) {
        return problem.code() + " " + problem.message();
    }
}
