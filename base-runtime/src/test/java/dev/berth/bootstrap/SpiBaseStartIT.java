package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.api.spi.DynamicInject;
import dev.berth.api.spi.PatternType;
import dev.berth.api.spi.SpiProvider;
import dev.berth.contracts.PriceService;
import dev.berth.contracts.Seal;
import dev.berth.contracts.Stamp;
import dev.berth.control.SpiView;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.testing.ArkPluginJar;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** What the base itself provides and consumes: beans, service files, and what refuses its start. */
class SpiBaseStartIT {

    @TempDir
    private Path directory;

    @Test
    void startWhenABeanAndAServiceFileProvideWhatNobodyConsumesHasBoth() {
        // When
        try (RunningBase base = RunningBase.start(BeanAndService.class, home())) {
            // Then
            assertThat(providers(base, "stamp")).containsExactlyInAnyOrder("bean", "service");
        }
    }

    @Test
    void startWhenTheBaseConsumesWhatAServiceFileProvidesCallsIt() {
        // When
        try (RunningBase base = RunningBase.start(Consuming.class, home())) {
            // Then
            assertThat(base.context().getBean(Desk.class).stamp.text()).isEqualTo("of the service file");
            assertThat(providers(base, "stamp")).containsExactly("service");
        }
    }

    @Test
    void startWhenTheBaseHasTwoDefaultsIsRefusedWithBoth() {
        String both = "The base has two defaults of 'seal' 1.0: ";
        assertThat(refused(TwoDefaults.class, ErrorCode.SPI_PROVIDER_INVALID))
                .startsWith(both)
                .contains("'seal.Wax'", "'lead'");
        assertThat(refused(TwoDefaultsAndAConsumer.class, ErrorCode.SPI_PROVIDER_INVALID))
                .startsWith(both)
                .contains("'seal.Wax'", "'lead'");
    }

    @Test
    void startWhenOneOfTwoDefaultsHasAHigherPriorityServesThatOne() {
        // When
        try (RunningBase base = RunningBase.start(HigherDefault.class, home())) {
            // Then
            assertThat(providers(base, "seal")).containsExactlyInAnyOrder("lead", "seal.Wax");
        }
    }

    @Test
    void startWhenAPluginHasADefaultBesideThatOfTheBaseIsRefusedWithBoth() {
        // Given
        ArkPluginJar.of("com.example:standard:1")
                .compiledAgainst(SpiBiz.contracts())
                .compiledAgainstBizApi()
                .source(
                        "package com.example.standard; import dev.berth.contracts.*; public class Standard implements PriceService {"
                                + " public Price price(String article) { return new Price(\"plugin\", 1); }"
                                + " public String contextLoader() { return \"\"; } }")
                .resource("META-INF/services/" + PriceService.class.getName(), "com.example.standard.Standard")
                .attribute("import-packages", "dev.berth.contracts")
                .write(home().resolve("plugins"));
        // Then
        assertThat(refused(SpiBase.class, ErrorCode.SPI_PROVIDER_INVALID))
                .startsWith("The base has two defaults of 'pricing' 1.0: ")
                .contains("'listPrices'", "'standard'");
    }

    @Test
    void startWhenAProviderOfTheBaseCannotBeRegisteredIsRefused() {
        assertThat(refused(BrokenRule.class, ErrorCode.SPI_PATTERN_INVALID)).startsWith("'{' is not a JSON object");
    }

    @Test
    void startWhenAPatternInTheBaseCannotBeReadIsRefused() {
        assertThat(refused(BrokenPattern.class, ErrorCode.SPI_PATTERN_INVALID))
                .startsWith("'stamp(' is not a regular expression");
    }

    private String refused(Class<?> application, ErrorCode code) {
        Throwable[] cause = new Throwable[1];
        assertThatThrownBy(() -> RunningBase.start(application, home()).close()).satisfies(failure -> {
            cause[0] = failure;
            while (!(cause[0] instanceof BerthException) && cause[0].getCause() != null) {
                cause[0] = cause[0].getCause();
            }
        });
        assertThat(cause[0]).isInstanceOfSatisfying(BerthException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
        return cause[0].getMessage();
    }

    private static List<String> providers(RunningBase base, String code) {
        return base.control().spis().stream()
                .filter(spi -> spi.code().equals(code))
                .flatMap(spi -> spi.providers().stream())
                .map(SpiView.Provider::id)
                .toList();
    }

    private Path home() {
        return directory.resolve("home");
    }

    /** A base with nothing but a web server. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
    static class Plain {}

    static class BeanAndService extends Plain {

        @Bean
        @SpiProvider(id = "bean")
        Stamp stamp() {
            return () -> "of the bean";
        }
    }

    static class Consuming extends Plain {

        @Bean
        Desk desk() {
            return new Desk();
        }
    }

    static class Desk {

        @DynamicInject(pattern = "service")
        Stamp stamp;
    }

    static class TwoDefaults extends Plain {

        @Bean
        @SpiProvider
        Seal lead() {
            return new Seal() {};
        }
    }

    static class TwoDefaultsAndAConsumer extends TwoDefaults {

        @Bean
        Object consumer(@DynamicInject Seal seal) {
            return seal.toString();
        }
    }

    static class HigherDefault extends Plain {

        @Bean
        @SpiProvider(priority = 1)
        Seal lead() {
            return new Seal() {};
        }
    }

    static class BrokenRule extends Plain {

        @Bean
        @SpiProvider(rule = "{")
        Stamp stamp() {
            return () -> "";
        }
    }

    static class BrokenPattern extends Plain {

        @Bean
        Object consumer(@DynamicInject(pattern = "stamp(", type = PatternType.REG) Stamp stamp) {
            return stamp.toString();
        }
    }
}
