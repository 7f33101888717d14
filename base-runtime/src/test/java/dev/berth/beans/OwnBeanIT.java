package dev.berth.beans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.beans.contract.Prices;
import dev.berth.beans.contract.Repo;
import dev.berth.bootstrap.OwnBase;
import dev.berth.bootstrap.RunningBase;
import dev.berth.control.ImportsView;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A bean of the biz's own wins against an import of that name or type, even against one that is primary in the base. */
class OwnBeanIT {

    private static final String HEAD =
            """
            package com.example;
            import dev.berth.beans.contract.*;
            import java.util.*;
            import org.springframework.beans.factory.ObjectProvider;
            import org.springframework.beans.factory.annotation.*;
            import org.springframework.boot.autoconfigure.condition.*;
            import org.springframework.context.annotation.*;
            """;

    private static final String OWN_TYPE = HEAD
            + """
            @Configuration
            public class Own {
                @Autowired public Prices field;
                @Autowired public Prices listPrices;
                @Autowired public Optional<Prices> optional;
                @Autowired public ObjectProvider<Prices> provider;
                @Autowired public List<Prices> list;
                @Autowired @Region("north") public Prices north;
                @Autowired @Qualifier("listPrices") public Prices ofBase;
                @Bean static Prices mine() {
                    return () -> "mine";
                }
                @Bean @ConditionalOnSingleCandidate(Prices.class) String one() {
                    return "one";
                }
            }
            """;

    private static final String OWN_NAME = HEAD
            + """
            @Configuration
            public class Own {
                @Autowired public ObjectProvider<Prices> prices;
                @Bean static StringBuilder listPrices() {
                    return new StringBuilder("mine");
                }
            }
            """;

    private static final String WRAPPED = HEAD
            + """
            @Configuration
            public class Own {
                @Autowired public Prices field;
                @Autowired public Repo<String> words;
                @Bean static Prices dearer(Prices prices) {
                    return () -> "dearer than " + prices.list();
                }
                @org.springframework.stereotype.Component
                static class Loud implements Repo<String> {
                    private final Repo<String> quiet;
                    Loud(Repo<String> quiet) {
                        this.quiet = quiet;
                    }
                    public String one() {
                        return quiet.one().toUpperCase();
                    }
                }
            }
            """;

    private static final String WRAPPED_LATE = HEAD
            + """
            import org.springframework.stereotype.Component;
            @Configuration
            public class Own {
                @Autowired public Prices field;
                @Autowired public Repo<String> words;
                @Autowired public Repo<Integer> numbers;
                @Autowired public Repo<Byte> bytes;
                @Bean static Prices dearer(ObjectProvider<Prices> prices) {
                    return () -> "dearer than " + prices.getObject().list();
                }
                @Component
                static class Loud implements Repo<String> {
                    private final ObjectProvider<Repo<String>> quiet;
                    Loud(ObjectProvider<Repo<String>> quiet) {
                        this.quiet = quiet;
                    }
                    public String one() {
                        return quiet.getObject().one().toUpperCase();
                    }
                }
                @Component
                static class Twice implements Repo<Integer> {
                    private final Repo<Integer> once;
                    Twice(@Lazy Repo<Integer> once) {
                        this.once = once;
                    }
                    public Integer one() {
                        return 2 * once.one();
                    }
                }
                @Component
                static class More implements Repo<Byte> {
                    @Autowired ObjectProvider<Repo<Byte>> less;
                    public Byte one() {
                        return (byte) (1 + less.getObject().one());
                    }
                }
            }
            """;

    private static final String ASIDE = HEAD
            + """
            import java.util.concurrent.Callable;
            @Configuration
            public class Own {
                @Autowired public Repo<Byte> bytes;
                @Bean static Callable<String> side() {
                    return () -> "own";
                }
            }
            """;

    private static final String OWN_CONFIGURATION = HEAD
            + """
            @Configuration
            public class Own implements Prices {
                public String list() {
                    return "configuration";
                }
                @Bean String said(Prices prices) {
                    return prices.list();
                }
            }
            """;

    private static final String OWN_PRIMARY = HEAD
            + """
            @Configuration
            public class Own {
                @Autowired public Prices field;
                @Bean @Primary static Prices mine() {
                    return () -> "mine";
                }
                @Bean static Prices mineToo() {
                    return () -> "mine, too";
                }
                @Configuration
                static class Later {
                    @Bean @ConditionalOnSingleCandidate(Prices.class) String one() {
                        return "one";
                    }
                }
            }
            """;

    private static final String TWO = HEAD
            + """
            @Configuration
            public class Own {
                @Bean static Prices mine() {
                    return () -> "mine";
                }
                @Bean static Prices mineToo() {
                    return () -> "mine, too";
                }
                @Bean @ConditionalOnSingleCandidate(Prices.class) String one(Prices prices) {
                    return "one";
                }
            }
            """;

    @RegisterExtension
    static final OwnBase OWN = OwnBase.of(ExportingBase.class, "--berth.export.packages=dev.berth.beans.contract");

    @TempDir
    private static Path directory;

    private final RunningBase base = OWN.base();

    @Test
    void injectWhenBizHasABeanOfThatTypeGivesItsOwn() {
        // When
        Object own = install(OWN_TYPE, "");
        // Then
        Object mine = context().getBean("mine");
        assertThat(field(own, "field")).isSameAs(mine);
        assertThat(field(own, "listPrices")).isSameAs(mine);
        assertThat(OwnBeanIT.<java.util.Optional<Object>>as(own, "optional")).containsSame(mine);
        assertThat(OwnBeanIT.<org.springframework.beans.factory.ObjectProvider<Object>>as(own, "provider")
                        .getObject())
                .isSameAs(mine);
        assertThat(context().getBean(Prices.class)).isSameAs(mine);
        assertThat(context().getBean("one")).isEqualTo("one");
    }

    @Test
    void injectWhenBizHasABeanOfThatTypeStillGivesTheImportThatIsAskedFor() {
        // When
        Object own = install(OWN_TYPE, "");
        // Then
        assertThat(field(own, "north")).isSameAs(base.context().getBean("northPrices"));
        assertThat(field(own, "ofBase")).isSameAs(base.context().getBean("listPrices"));
        assertThat(OwnBeanIT.<java.util.List<Object>>as(own, "list")).hasSize(4);
    }

    @Test
    void importsWhenBizHasABeanOfThatTypeNameIt() {
        // When
        install(OWN_TYPE, "");
        // Then
        Map<String, ImportsView.Entry> imports = BizContext.imports(base, "own");
        assertThat(imports.get("listPrices").decision()).isEqualTo("own");
        assertThat(imports.get("listPrices").reason())
                .isEqualTo("Bean 'mine' of the biz is the 'dev.berth.beans.contract.Prices' there");
        assertThat(imports.get("words").decision()).isEqualTo("imported");
    }

    @Test
    void installWhenBizHasABeanOfThatNameIsNoOverride() {
        // When
        Object own = install(OWN_NAME, "spring.main.allow-bean-definition-overriding: false");
        // Then
        assertThat(context().getBean("listPrices")).hasToString("mine");
        assertThat(OwnBeanIT.<org.springframework.beans.factory.ObjectProvider<Object>>as(own, "prices").stream())
                .hasSize(2);
        ImportsView.Entry shadowed = BizContext.imports(base, "own").get("listPrices");
        assertThat(shadowed.decision()).isEqualTo("own");
        assertThat(shadowed.reason()).isEqualTo("The biz has a bean of that name");
    }

    @Test
    void injectWhenOwnBeanWrapsTheImportGivesTheImportToItAndItToOthers() {
        // When
        Object own = install(WRAPPED, "");
        // Then
        assertThat(((Prices) field(own, "field")).list()).isEqualTo("dearer than list");
        assertThat(((Repo<?>) field(own, "words")).one()).isEqualTo("WORD");
    }

    @Test
    void injectWhenOwnBeanTakesTheImportLaterGivesTheImportToItToo() {
        // When
        Object own = install(WRAPPED_LATE, "");
        // Then
        assertThat(((Prices) field(own, "field")).list()).isEqualTo("dearer than list");
        assertThat(((Repo<?>) field(own, "words")).one()).isEqualTo("WORD");
        assertThat(((Repo<?>) field(own, "numbers")).one()).isEqualTo(2);
        assertThat(((Repo<?>) field(own, "bytes")).one()).isEqualTo((byte) 2);
    }

    @Test
    void injectWhenAConfigurationIsOfThatTypeGivesItToItsBeans() {
        // When
        install(OWN_CONFIGURATION, "");
        // Then
        assertThat(context().getBean("said")).isEqualTo("configuration");
    }

    @Test
    void importsWhenBizHasABeanOfASideTypeStillNameTheImport() {
        // When
        Object own = install(ASIDE, "");
        // Then
        assertThat(field(own, "bytes")).isSameAs(base.context().getBean("bytes"));
        ImportsView.Entry bytes = BizContext.imports(base, "own").get("bytes");
        assertThat(bytes.decision()).isEqualTo("imported");
        assertThat(bytes.reason())
                .isEqualTo(
                        "The biz sees its type. Bean 'side' of the biz is the 'java.util.concurrent.Callable' there");
    }

    @Test
    void conditionWhenBizHasAPrimaryBeanDecidesAsWithoutImports() {
        // When
        Object own = install(OWN_PRIMARY, "");
        // Then
        assertThat(field(own, "field")).isSameAs(context().getBean("mine"));
        assertThat(context().getBean("one")).isEqualTo("one");
    }

    @Test
    void conditionWhenBizHasTwoBeansDecidesAsWithoutImports() {
        // When
        install(TWO, "");
        // Then
        assertThat(context().containsBean("one")).isFalse();
    }

    private Object install(String source, String settings) {
        Path jar = BizContext.named("own")
                .source(source)
                .resource("application.yaml", settings)
                .stock(directory);
        assertThat(base.install(jar).problem()).isEmpty();
        return context().getBean("own");
    }

    private ConfigurableApplicationContext context() {
        return BizContext.of(base, "own");
    }

    private static Object field(Object bean, String name) {
        return BizContext.field(bean, name);
    }

    @SuppressWarnings("unchecked")
    private static <T> T as(Object bean, String name) {
        return (T) field(bean, name);
    }
}
