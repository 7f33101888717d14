package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.api.spi.AmbiguousProviderException;
import dev.berth.api.spi.NoProviderException;
import dev.berth.api.spi.ProviderGoneException;
import dev.berth.biz.BizName;
import dev.berth.contracts.Held;
import dev.berth.contracts.PriceService;
import dev.berth.contracts.UnknownArticleException;
import dev.berth.control.SpiView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** SPIs between the base and biz in loaders of their own, in each way that a consumer can ask. */
class SpiIT {

    private static final String SHOP =
            """
            package com.example.shop;
            import dev.berth.api.spi.*;
            import dev.berth.contracts.*;
            import java.util.Map;
            import org.springframework.beans.factory.annotation.Autowired;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.SpringBootConfiguration;
            import org.springframework.context.annotation.*;
            import static dev.berth.api.spi.PatternType.*;
            @SpringBootConfiguration(proxyBeanMethods = false)
            public class Main {
                public static void main(String[] args) {
                    SpringApplication.run(Main.class, args);
                }
                record Named(PriceService service) {}
                @Bean
                Named named(@DynamicInject(pattern = "drf") PriceService service) {
                    return new Named(service);
                }
                @Bean
                @SpiProvider(id = "shop")
                Consumer consumer(Named named, DynamicInvoker<PriceService> given) {
                    return new Consumer(named, given, null);
                }
                @Bean
                Built built(@DynamicInject PriceService service) {
                    return new Built(service);
                }
                record Built(PriceService service) {}
                static class Consumer implements Shop {
                    @DynamicInject PriceService prices;
                    @DynamicInject(pattern = "drf") PriceService byId;
                    @DynamicInject(pattern = "^drf-hz.*$", type = REG) PriceService byExpression;
                    @DynamicInject(pattern = "{\\"wareHouseId\\":\\"2001\\"}", type = RULE) PriceService byRule;
                    @DynamicInject(version = "[2,3)") PriceService ofVersionTwo;
                    @DynamicInject DynamicInvoker<PriceService> invoker;
                    @Autowired DynamicInvoker<PriceService> autowired;
                    @Autowired Built built;
                    private final Named named;
                    private final DynamicInvoker<PriceService> given;
                    private PriceService bySetter;
                    Consumer(Named named, DynamicInvoker<PriceService> given, Object nothing) {
                        this.named = named;
                        this.given = given;
                    }
                    @DynamicInject
                    public void setPrices(@DynamicInject(pattern = "drf-hz-1") PriceService service) {
                        bySetter = service;
                    }
                    @Override
                    public String ask(String how, String argument) throws Exception {
                        if (how.equals("twice")) {
                            String first = byId.price("tea").maker();
                            Held.between.run();
                            return first + " " + byId.price("tea").maker();
                        }
                        return service(how, argument).price("tea").maker();
                    }
                    private PriceService service(String how, String argument) {
                        return switch (how) {
                            case "sole" -> prices;
                            case "id" -> byId;
                            case "expression" -> byExpression;
                            case "rule" -> byRule;
                            case "two" -> ofVersionTwo;
                            case "parameter" -> named.service();
                            case "built" -> built.service();
                            case "setter" -> bySetter;
                            case "invoker" -> invoker.getService(argument);
                            case "autowired" -> autowired.getService(Map.of("merchant", argument));
                            case "given" -> given.getService();
                            default -> throw new IllegalArgumentException(how);
                        };
                    }
                }
            }
            """;

    @RegisterExtension
    static final OwnBase OWN = OwnBase.startedBy(SpiBase::start);

    @TempDir
    static Path directory;

    private final RunningBase base = OWN.base();

    @Test
    void injectWithoutPatternCallsTheOneProviderOrTheDefaultOfTheBase() throws Exception {
        // Given
        shop();
        assertThat(ask("sole")).isEqualTo("base");
        assertThat(SpiBase.desk(base).maker()).isEqualTo("base");
        // When
        provider("site-a", "1", "id = \"a\"");
        // Then
        assertThat(ask("sole")).isEqualTo("site-a:1");
        assertThat(ask("built")).isEqualTo("site-a:1");
        assertThat(ask("given")).isEqualTo("site-a:1");
        assertThat(SpiBase.desk(base).maker()).isEqualTo("site-a:1");
        assertThat(base.uninstall("site-a").problem()).isEmpty();
        assertThat(ask("sole")).isEqualTo("base");
    }

    @Test
    void injectByIdCallsThatProvider() throws Exception {
        // Given
        shop();
        provider("drf-biz", "1", "id = \"drf\"");
        provider("other", "1", "id = \"other\"");
        // Then
        assertThat(ask("id")).isEqualTo("drf-biz:1");
        assertThat(ask("parameter")).isEqualTo("drf-biz:1");
        assertThat(SpiBase.desk(base).byParameter.price("tea").maker()).isEqualTo("drf-biz:1");
        assertThat(shopAsk("invoker", "other")).isEqualTo("other:1");
        assertThat(SpiBase.desk(base).invoker.getService("other").price("tea").maker())
                .isEqualTo("other:1");
    }

    @Test
    void injectByExpressionCallsTheProviderWhoseIdMatches() throws Exception {
        // Given
        shop();
        provider("hangzhou", "1", "id = \"drf-hz-1\"");
        provider("shanghai", "1", "id = \"drf-sh-1\"");
        // Then
        assertThat(ask("expression")).isEqualTo("hangzhou:1");
        assertThat(ask("setter")).isEqualTo("hangzhou:1");
        assertThat(SpiBase.desk(base).bySetter.price("tea").maker()).isEqualTo("hangzhou:1");
    }

    @Test
    void injectByRuleCallsTheProviderWhoseRuleIsFulfilled() throws Exception {
        // Given
        shop();
        provider("site-a", "1", "rule = \"{\\\"wareHouseId\\\":\\\"2001\\\"}\"");
        provider("site-b", "1", "rule = \"{\\\"merchant\\\":\\\"acme\\\"}\"");
        // Then
        assertThat(ask("rule")).isEqualTo("site-a:1");
        assertThat(shopAsk("autowired", "acme")).isEqualTo("site-b:1");
        assertThat(shopAsk("autowired", "nobody")).isEqualTo("base");
        // And
        provider("site-c", "1", "rule = \"{\\\"merchant\\\":\\\"acme\\\"}\", priority = 5");
        assertThat(shopAsk("autowired", "acme")).isEqualTo("site-c:1");
        assertThat(SpiBase.desk(base)
                        .invoker
                        .getService(Map.of("merchant", "acme"))
                        .price("tea")
                        .maker())
                .isEqualTo("site-c:1");
    }

    @Test
    void consumerOfARangeGetsAProviderOfThatVersionWhileBothAreThere() throws Exception {
        // Given
        shop();
        provider("old", "1", "id = \"drf\", version = \"1.4\"");
        provider("new", "1", "id = \"drf\", version = \"2.0\"");
        // Then
        assertThat(ask("two")).isEqualTo("new:1");
        assertThat(SpiBase.desk(base).pricesOfVersionTwo.price("tea").maker()).isEqualTo("new:1");
        assertThatExceptionOfType(AmbiguousProviderException.class)
                .isThrownBy(() -> ask("id"))
                .withMessageContaining("'drf' 1.4 of biz 'old:1'")
                .withMessageContaining("'drf' 2.0 of biz 'new:1'");
    }

    @Test
    void callWithoutAMatchNamesTheCandidates() {
        // Given
        provider("site-a", "1", "id = \"a\"");
        // Then
        assertThatExceptionOfType(NoProviderException.class)
                .isThrownBy(() -> SpiBase.desk(base).invoker.getService("nobody"))
                .withMessageContaining("No provider of 'pricing' with the id 'nobody'")
                .satisfies(thrown -> assertThat(thrown.candidates())
                        .contains("'a' 1.0 of biz 'site-a:1'", "'listPrices' 1.0 of the base"));
    }

    @Test
    void providerOfABizWithoutSpringIsFoundByItsServiceFile() throws Exception {
        // When
        assertThat(base.install(SpiBiz.withoutSpring(directory, "plain")).problem())
                .isEmpty();
        // Then
        PriceService plain = SpiBase.desk(base).invoker.getService(Map.of("wareHouseId", "3001"));
        assertThat(plain.price("tea").maker()).isEqualTo("plain without Spring");
        assertThat(plain.contextLoader()).isEqualTo("BizClassLoader[plain:1.0.0#" + number("plain") + "]");
    }

    @Test
    void stubFollowsTheActiveVersionThroughReplaceAndRollback() throws Exception {
        // Given
        provider("site-a", "1", "id = \"drf\"");
        PriceService stub = SpiBase.desk(base).byParameter;
        assertThat(stub.price("tea").maker()).isEqualTo("site-a:1");
        // When / Then
        provider("site-a", "2", "id = \"drf\"");
        assertThat(stub.price("tea").maker()).isEqualTo("site-a:2");
        assertThat(base.await(base.control().rollback(new BizName("site-a"))).problem())
                .isEmpty();
        assertThat(stub.price("tea").maker()).isEqualTo("site-a:1");
        assertThat(stub.contextLoader()).contains("site-a:1#");
    }

    @Test
    void callInFlightEndsWhereItBeganAndTheDrainWaitsForIt() throws Exception {
        // Given
        provider("site-a", "1", "id = \"drf\"");
        PriceService stub = SpiBase.desk(base).byParameter;
        CompletableFuture<String> slow = CompletableFuture.supplyAsync(() -> maker(stub, "slow"));
        assertThat(dev.berth.testing.Eventually.holds(
                        () -> base.revision("site-a").calls().count() == 1))
                .isTrue();
        // When
        provider("site-a", "2", "id = \"drf\"");
        // Then
        assertThat(stub.price("tea").maker()).isEqualTo("site-a:2");
        assertThat(slow.get()).isEqualTo("site-a:1");
    }

    @Test
    void callTreeStaysOnTheRevisionThatItEnteredWhileOthersFollow() throws Exception {
        // Given
        shop();
        provider("site-a", "1", "id = \"drf\"");
        List<String> meanwhile = new ArrayList<>();
        Held.between = () -> {
            provider("site-a", "2", "id = \"drf\"");
            meanwhile.add(CompletableFuture.supplyAsync(() -> maker(SpiBase.desk(base).byParameter, "tea"))
                    .join());
        };
        // When
        String seen = ask("twice");
        Held.between = () -> {};
        // Then
        assertThat(seen).isEqualTo("site-a:1 site-a:1");
        assertThat(meanwhile).containsExactly("site-a:2");
        assertThat(ask("id")).isEqualTo("site-a:2");
    }

    @Test
    void uninstallLetsACallInFlightEnd() throws Exception {
        // Given
        provider("site-a", "1", "id = \"drf\"");
        PriceService stub = SpiBase.desk(base).byParameter;
        CompletableFuture<String> slow = CompletableFuture.supplyAsync(() -> maker(stub, "slow"));
        assertThat(dev.berth.testing.Eventually.holds(
                        () -> base.revision("site-a").calls().count() == 1))
                .isTrue();
        // When
        assertThat(base.uninstall("site-a").problem()).isEmpty();
        // Then
        assertThat(slow).isCompletedWithValue("site-a:1");
    }

    @Test
    void callAfterStopOrUninstallSaysThatTheProviderHasGone() {
        // Given
        provider("site-a", "1", "id = \"drf\"");
        PriceService stub = SpiBase.desk(base).byParameter;
        // When / Then
        base.await(base.control().stop(new BizName("site-a")));
        assertThatExceptionOfType(ProviderGoneException.class)
                .isThrownBy(() -> stub.price("tea"))
                .withMessage("Provider 'drf' 1.0 of biz 'site-a:1' of 'pricing' with the id 'drf' has gone: biz"
                        + " 'site-a' is stopped");
        base.await(base.control().start(new BizName("site-a")));
        assertThat(maker(stub, "tea")).isEqualTo("site-a:1");
        base.uninstall("site-a");
        assertThatExceptionOfType(ProviderGoneException.class)
                .isThrownBy(() -> stub.price("tea"))
                .withMessageEndingWith("biz 'site-a' was uninstalled");
    }

    @Test
    void checkedExceptionArrivesAsThrown() {
        // Given
        provider("site-a", "1", "id = \"drf\"");
        // Then
        assertThatExceptionOfType(UnknownArticleException.class)
                .isThrownBy(() -> SpiBase.desk(base).byParameter.price("unknown"))
                .withMessage("unknown")
                .withNoCause();
    }

    @Test
    void defaultMethodIsThatOfTheProvider() {
        assertThat(SpiBase.desk(base).prices.label()).isEqualTo("label of the base");
        // When
        provider("site-a", "1", "id = \"drf\"");
        // Then
        assertThat(SpiBase.desk(base).prices.label()).isEqualTo("label of the interface");
    }

    @Test
    void viewShowsProvidersWithTheirAddressesAndConsumersWithTheirProblems() {
        // Given
        provider("site-a", "1", "id = \"a\", rule = \"{\\\"merchant\\\":\\\"acme\\\"}\", priority = 3");
        provider("site-a", "2", "id = \"a\"");
        // When
        SpiView pricing = base.control().spis().stream()
                .filter(spi -> spi.code().equals("pricing"))
                .findFirst()
                .orElseThrow();
        // Then
        assertThat(pricing.className()).isEqualTo("dev.berth.contracts.PriceService");
        assertThat(pricing.version()).isEqualTo("1.0");
        String address = "proxy://localhost:" + base.server().port() + "/pricing/1.0";
        assertThat(pricing.providers()).extracting(SpiView.Provider::id).containsExactly("listPrices", "a", "a");
        assertThat(pricing.providers()).allSatisfy(provider -> {
            assertThat(provider.address()).isEqualTo(address);
            assertThat(provider.methods())
                    .containsExactly(address + "/contextLoader", address + "/label", address + "/price");
        });
        assertThat(pricing.providers().get(1)).satisfies(standby -> {
            assertThat(standby.active()).isFalse();
            assertThat(standby.priority()).isEqualTo(3);
            assertThat(standby.rule()).containsEntry("merchant", "acme");
        });
        assertThat(pricing.providers().get(2).active()).isTrue();
        assertThat(pricing.consumers()).anySatisfy(consumer -> {
            assertThat(consumer.biz()).isEmpty();
            assertThat(consumer.pattern()).isEqualTo("drf");
            assertThat(consumer.problem().orElse("")).startsWith("No provider of 'pricing' with the id 'drf'");
        });
    }

    private void shop() {
        assertThat(base.install(SpiBiz.once(directory, "shop", "1", SHOP)).problem())
                .isEmpty();
    }

    private void provider(String name, String version, String attributes) {
        Path folder = directory.resolve(name + Integer.toHexString(attributes.hashCode()));
        assertThat(base.install(SpiBiz.provider(folder, name, version, attributes))
                        .problem())
                .isEmpty();
    }

    private String ask(String how) throws Exception {
        return shopAsk(how, "");
    }

    private String shopAsk(String how, String argument) throws Exception {
        return SpiBase.desk(base).shop(how, argument);
    }

    private static String maker(PriceService service, String article) {
        try {
            return service.price(article).maker();
        } catch (UnknownArticleException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private long number(String name) {
        return base.revision(name).id().number();
    }
}
