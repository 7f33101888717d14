package dev.berth.beans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.bootstrap.RunningBase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ConfigurableApplicationContext;

/** In a biz the beans that the base exports are injected as if they were its own. */
class ImportIT {

    private static final String POINTS =
            """
            package com.example;
            import dev.berth.beans.contract.*;
            import jakarta.annotation.Resource;
            import java.util.*;
            import org.springframework.beans.factory.ObjectProvider;
            import org.springframework.beans.factory.annotation.*;
            import org.springframework.boot.autoconfigure.condition.*;
            import org.springframework.context.annotation.*;
            import org.springframework.stereotype.Component;
            @Component
            public class Points {
                @Autowired public Prices field;
                @Autowired @Region("north") public Prices qualifiedByOwnAnnotation;
                @Autowired @Qualifier("northPrices") public Prices qualifiedByName;
                @Autowired @Qualifier("usualPrices") public Prices qualifiedByAlias;
                @Autowired @Qualifier("cheap") public Prices qualifiedOnMethod;
                @Autowired @Lazy public Prices lazy;
                @Autowired public Optional<Prices> optional;
                @Autowired public ObjectProvider<Prices> provider;
                @Autowired public ObjectProvider<Repo<Boolean>> none;
                @Autowired public List<Prices> list;
                @Autowired public Map<String, Prices> map;
                @Autowired public Prices[] array;
                @Autowired public List<Step> steps;
                @Autowired public ObjectProvider<Step> stepProvider;
                @Autowired public Repo<Long> made;
                @Autowired @Value("#{@northPrices.list()}") public String expression;
                @Resource(name = "northPrices") public Prices resource;
                @Resource public Prices listPrices;
                public final Repo<String> constructed;
                public final Repo<Integer> constructedToo;
                public Prices set;
                Points(Repo<String> text, Repo<Integer> number) {
                    constructed = text;
                    constructedToo = number;
                }
                @Autowired void set(Prices prices) {
                    set = prices;
                }
                @Configuration
                static class Conditions {
                    @Bean @ConditionalOnMissingBean(Prices.class) String ifMissing() {
                        return "";
                    }
                    @Bean @ConditionalOnMissingBean(name = "northPrices") String ifNameMissing() {
                        return "";
                    }
                    @Bean @ConditionalOnBean(Prices.class) String ifThere() {
                        return "";
                    }
                    @Bean @ConditionalOnBean(annotation = Region.class) String ifAnnotated() {
                        return "";
                    }
                    @Bean @ConditionalOnSingleCandidate(Prices.class) String ifPrimary() {
                        return "";
                    }
                    @Bean @ConditionalOnSingleCandidate(Step.class) String ifOne() {
                        return "";
                    }
                    @Bean Object parameter(@Region("north") Prices prices) {
                        return List.of(prices);
                    }
                }
            }
            """;

    @TempDir
    private static Path directory;

    private static RunningBase base;
    private static ConfigurableApplicationContext biz;
    private static Object points;

    @BeforeAll
    static void start() throws Exception {
        base = RunningBase.start(
                ExportingBase.class, directory.resolve("home"), "--berth.export.packages=dev.berth.beans.contract");
        assertThat(base.install(BizContext.named("till").source(POINTS).stock(directory))
                        .problem())
                .isEmpty();
        biz = BizContext.of(base, "till");
        points = biz.getBean(base.loader("till").loadClass("com.example.Points"));
    }

    @AfterAll
    static void stop() {
        base.close();
    }

    @ParameterizedTest
    @CsvSource({
        "field, listPrices",
        "qualifiedByOwnAnnotation, northPrices",
        "qualifiedByName, northPrices",
        "qualifiedByAlias, listPrices",
        "qualifiedOnMethod, lowPrices",
        "resource, northPrices",
        "listPrices, listPrices",
        "constructed, words",
        "constructedToo, numbers",
        "set, listPrices",
        "made, made"
    })
    void injectGivesTheBeanItself(String point, String bean) {
        assertThat(field(point)).isSameAs(base.context().getBean(bean));
    }

    @Test
    void injectWhenSeveralAreTakenGivesAll() {
        Object[] all = {bean("listPrices"), bean("northPrices"), bean("lowPrices")};
        assertThat(ImportIT.<List<Object>>as("list")).containsExactlyInAnyOrder(all);
        assertThat((Object[]) field("array")).containsExactlyInAnyOrder(all);
        assertThat((Map<?, ?>) field("map"))
                .isEqualTo(Map.of("listPrices", all[0], "northPrices", all[1], "lowPrices", all[2]));
    }

    @Test
    void injectKeepsTheOrderOfTheBase() {
        Object[] ordered = {bean("firstStep"), bean("secondStep"), bean("laterStep")};
        assertThat(ImportIT.<List<Object>>as("steps")).containsExactly(ordered);
        assertThat(((ObjectProvider<?>) field("stepProvider")).orderedStream().toList())
                .isEqualTo(List.of(ordered));
    }

    @Test
    void injectWhenAskedLaterGivesTheBeanItself() {
        ObjectProvider<?> provider = (ObjectProvider<?>) field("provider");
        assertThat(provider.getObject()).isSameAs(bean("listPrices"));
        assertThat(provider.getIfUnique()).isSameAs(bean("listPrices"));
        assertThat(provider.stream()).hasSize(3);
        assertThat(ImportIT.<Optional<Object>>as("optional")).containsSame(bean("listPrices"));
        assertThat(((ObjectProvider<?>) field("none")).getIfAvailable()).isNull();
        assertThat(field("lazy")).hasToString(bean("listPrices").toString());
        assertThat(field("expression")).isEqualTo("north");
        assertThat((List<?>) biz.getBean("parameter")).isEqualTo(List.of(bean("northPrices")));
    }

    @Test
    void lookUpFindsTheBeanItself() {
        assertThat(biz.getBean("northPrices")).isSameAs(bean("northPrices"));
        assertThat(biz.getBean("usualPrices")).isSameAs(bean("listPrices"));
        assertThat(biz.getBean(dev.berth.beans.contract.Prices.class)).isSameAs(bean("listPrices"));
        assertThat(biz.getBeanProvider(dev.berth.beans.contract.Prices.class).stream())
                .hasSize(3);
        assertThat(biz.containsBean("northPrices")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ifMissing, false",
        "ifNameMissing, false",
        "ifThere, true",
        "ifAnnotated, true",
        "ifPrimary, true",
        "ifOne, false"
    })
    void conditionsSeeImports(String bean, boolean matches) {
        assertThat(biz.containsBean(bean)).isEqualTo(matches);
    }

    private static Object bean(String name) {
        return base.context().getBean(name);
    }

    @SuppressWarnings("unchecked")
    private static <T> T as(String name) {
        return (T) field(name);
    }

    private static Object field(String name) {
        return BizContext.field(points, name);
    }
}
