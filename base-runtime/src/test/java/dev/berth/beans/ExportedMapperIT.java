package dev.berth.beans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.api.ExportBean;
import dev.berth.bootstrap.OwnBase;
import dev.berth.bootstrap.RunningBase;
import dev.berth.control.Operation;
import dev.berth.testing.BizJar;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** A mapper of JSON that the base exports remembers the types of each biz that uses it, until that is gone. */
class ExportedMapperIT {

    private static final String DESK =
            """
            package com.example;
            import java.util.List;
            import org.springframework.stereotype.Component;
            import tools.jackson.databind.json.JsonMapper;
            @Component
            public class Desk implements java.util.function.Supplier<String> {
                public record Sale(String article, List<Line> lines) {}
                public record Line(int count) {}
                private final JsonMapper mapper;
                Desk(JsonMapper mapper) {
                    this.mapper = mapper;
                }
                public String get() {
                    String json = mapper.writeValueAsString(new Sale("tea", List.of(new Line(1))));
                    return mapper.readValue(json, Sale.class).article();
                }
            }
            """;

    @RegisterExtension
    static final OwnBase OWN = OwnBase.of(MappingBase.class);

    @TempDir
    private static Path directory;

    private final RunningBase base = OWN.base();

    @Test
    void uninstallWhenBizMappedItsTypesWithTheMapperOfTheBaseIsProven() {
        // Given
        BizJar biz =
                BizContext.named("desk").starter("spring-boot-starter-jackson").source(DESK);
        assertThat(base.install(biz.stock(directory)).problem()).isEmpty();
        ConfigurableApplicationContext context = BizContext.of(base, "desk");
        assertThat(context.getBean(JsonMapper.class)).isSameAs(base.context().getBean(JsonMapper.class));
        assertThat(((Supplier<?>) context.getBean("desk")).get()).isEqualTo("tea");
        context = null;
        // When
        Operation uninstall = base.uninstall("desk");
        // Then
        assertThat(uninstall.loaders())
                .extracting(Operation.LoaderOutcome::outcome)
                .containsExactly("collected");
    }

    /** A base with a mapper of its own. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
    static class MappingBase {

        @ExportBean
        @Bean
        JsonMapper mapper() {
            return JsonMapper.builder().build();
        }
    }
}
