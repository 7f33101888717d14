package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.contracts.PriceService;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Consumers by constructor in a biz, and consumers of no particular provider beside providers with a rule. */
class SpiConsumerIT {

    private static final String DESK =
            """
            package com.example.desk;
            import dev.berth.api.spi.*;
            import dev.berth.contracts.*;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.stereotype.Component;
            @SpringBootApplication(proxyBeanMethods = false)
            public class Main {
                public static void main(String[] args) {
                    SpringApplication.run(Main.class, args);
                }
                @Component
                @SpiProvider
                static class Desk implements Shop {
                    private final PriceService plain;
                    private final PriceService byId;
                    private final DynamicInvoker<PriceService> invoker;
                    Desk(
                            @DynamicInject PriceService plain,
                            @DynamicInject(pattern = "drf") PriceService byId,
                            DynamicInvoker<PriceService> invoker) {
                        this.plain = plain;
                        this.byId = byId;
                        this.invoker = invoker;
                    }
                    @Override
                    public String ask(String how, String argument) throws Exception {
                        PriceService service = switch (how) {
                            case "plain" -> plain;
                            case "id" -> byId;
                            default -> invoker.getService();
                        };
                        return service.price("tea").maker();
                    }
                }
            }
            """;

    private static final String RULE = "rule = \"{\\\"merchant\\\":\\\"%s\\\"}\", id = \"%s\"";

    @RegisterExtension
    static final OwnBase OWN = OwnBase.startedBy(SpiBase::start);

    @TempDir
    static Path directory;

    private final RunningBase base = OWN.base();

    @Test
    void constructorOfAComponentGetsStubsAndAnInvoker() throws Exception {
        // Given
        install(SpiBiz.once(directory, "desk", "1", DESK));
        install(SpiBiz.provider(directory, "drf-biz", "1", "id = \"drf\""));
        // Then
        assertThat(ask("id")).isEqualTo("drf-biz:1");
        assertThat(ask("plain")).isEqualTo("drf-biz:1");
        assertThat(ask("invoker")).isEqualTo("drf-biz:1");
    }

    @Test
    void plainConsumersKeepTheDefaultBesideSitesWithRules() throws Exception {
        // Given
        install(SpiBiz.once(directory, "desk", "1", DESK));
        // When
        install(SpiBiz.provider(directory, "site-a", "1", RULE.formatted("a", "site-a")));
        // Then
        assertThat(ask("plain")).isEqualTo("base");
        // And
        install(SpiBiz.provider(directory, "site-b", "1", RULE.formatted("b", "site-b")));
        assertThat(ask("plain")).isEqualTo("base");
        assertThat(ask("invoker")).isEqualTo("base");
        assertThat(SpiBase.desk(base).maker()).isEqualTo("base");
        PriceService ofA = SpiBase.desk(base).invoker.getService(Map.of("merchant", "a"));
        assertThat(ofA.price("tea").maker()).isEqualTo("site-a:1");
    }

    private void install(Path jar) {
        assertThat(base.install(jar).problem()).isEmpty();
    }

    private String ask(String how) throws Exception {
        return SpiBase.desk(base).shop(how, "");
    }
}
