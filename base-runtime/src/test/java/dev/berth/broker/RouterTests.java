package dev.berth.broker;

import static dev.berth.api.spi.PatternType.ID;
import static dev.berth.api.spi.PatternType.REG;
import static dev.berth.api.spi.PatternType.RULE;
import static dev.berth.broker.Providers.PRICING;
import static dev.berth.broker.Providers.of;
import static dev.berth.broker.Providers.ofBase;
import static dev.berth.broker.Providers.ruled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.api.spi.NoProviderException;
import dev.berth.api.spi.PatternType;
import dev.berth.api.spi.ProviderInfo;
import dev.berth.api.spi.RoutingRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouterTests {

    @Test
    void chooseWithoutAPatternTakesTheOnlyProvider() {
        assertThat(choose(ID, "", of("drf"), ofBase())).isEqualTo("drf");
    }

    @Test
    void chooseWithoutAPatternTakesTheDefaultWhenNoBizProvides() {
        assertThat(choose(ID, "", ofBase())).isEqualTo("listPrice");
    }

    @Test
    void chooseWithoutAPatternRefusesTwo() {
        // When
        Choice choice = Router.choose(demand(ID, "", ""), List.of(of("drf"), of("abc"), ofBase()));
        // Then
        assertThat(choice).isInstanceOfSatisfying(Choice.Several.class, several -> assertThat(several.exception())
                .hasMessage(
                        "2 providers of 'pricing', where one is needed: 'drf' 1.0 of biz 'biz-drf:7', 'abc' 1.0 of biz"
                                + " 'biz-abc:7'; ask for one by its id, or give one a higher priority"));
    }

    @Test
    void chooseWithoutAPatternPassesOverRulesWhereAnyoneServesEverybody() {
        ProviderInfo siteA = ruled("site-a", "{\"merchant\":\"a\"}");
        ProviderInfo siteB = ruled("site-b", "{\"merchant\":\"b\"}");
        assertThat(choose(ID, "", siteA, ofBase())).isEqualTo("listPrice");
        assertThat(choose(ID, "", siteA, siteB, ofBase())).isEqualTo("listPrice");
        assertThat(choose(ID, "", siteA, siteB, of("drf"), ofBase())).isEqualTo("drf");
        assertThat(choose(ID, "", siteA, siteB, of("drf"))).isEqualTo("drf");
        assertThat(choose(ID, "", siteA)).isEqualTo("site-a");
        assertThat(choose(ID, "", siteA, siteB)).isEqualTo("several");
    }

    @Test
    void matchingWithoutAPatternNamesRulesOnlyWhereNobodyServesEverybody() {
        ProviderInfo siteA = ruled("site-a", "{\"merchant\":\"a\"}");
        assertThat(Router.matching(demand(ID, "", ""), List.of(siteA, of("drf"), ofBase())))
                .containsExactly(of("drf"));
        assertThat(Router.matching(demand(ID, "", ""), List.of(siteA, ofBase())))
                .isEmpty();
        assertThat(Router.matching(demand(ID, "", ""), List.of(siteA))).containsExactly(siteA);
    }

    @Test
    void chooseByIdTakesThatOneAndNoDefault() {
        assertThat(choose(ID, "drf", of("drf"), of("abc"))).isEqualTo("drf");
        // And
        Choice choice = Router.choose(demand(ID, "xyz", ""), List.of(of("drf"), ofBase()));
        assertThat(choice).isInstanceOfSatisfying(Choice.None.class, none -> assertThat(none.exception())
                .isInstanceOfSatisfying(NoProviderException.class, thrown -> assertThat(thrown.candidates())
                        .containsExactly("'drf' 1.0 of biz 'biz-drf:7'", "'listPrice' 1.0 of the base"))
                .hasMessageContaining("No provider of 'pricing' with the id 'xyz'; there are 'drf'"));
    }

    @Test
    void chooseByExpressionMatchesTheWholeId() {
        ProviderInfo[] all = {of("drf-hz-1"), of("drf-sh-1"), of("x-drf-hz"), ofBase()};
        assertThat(choose(REG, "^drf-hz.*$", all)).isEqualTo("drf-hz-1");
        assertThat(choose(REG, "drf-hz.*", all)).isEqualTo("drf-hz-1");
        assertThat(choose(REG, "drf-hz", all)).isEqualTo("none");
        assertThat(choose(REG, "drf-.*", all)).isEqualTo("several");
    }

    @Test
    void chooseByRuleComparesTheMembersOfTheRule() {
        ProviderInfo[] all = {
            ruled("hz", "{\"wareHouseId\":\"2001\"}"), ruled("sh", "{\"wareHouseId\":\"2002\"}"), of("plain"), ofBase()
        };
        assertThat(choose(RULE, "{\"wareHouseId\":\"2001\"}", all)).isEqualTo("hz");
        assertThat(choose(RULE, "{\"wareHouseId\":\"2002\",\"merchant\":\"m\"}", all))
                .isEqualTo("sh");
        assertThat(choose(RULE, "{\"wareHouseId\":2001}", all)).isEqualTo("listPrice");
        assertThat(choose(RULE, "{}", all)).isEqualTo("listPrice");
        assertThat(choose(RULE, "{\"wareHouseId\":\"2001\"}", of("plain"))).isEqualTo("none");
    }

    @Test
    void chooseWhenSeveralRulesMatchTakesTheHighestPriority() {
        ProviderInfo general = of("general", "{\"country\":\"cn\"}", 0, "1.0");
        ProviderInfo special = of("special", "{\"country\":\"cn\",\"city\":\"hz\"}", 1, "1.0");
        ProviderInfo rival = of("rival", "{\"city\":\"hz\"}", 1, "1.0");
        String both = "{\"country\":\"cn\",\"city\":\"hz\"}";
        assertThat(choose(RULE, both, general, special)).isEqualTo("special");
        assertThat(choose(RULE, both, general, special, rival)).isEqualTo("several");
    }

    @Test
    void chooseByParametersFromCodeEqualsTheSameInJson() {
        // Given
        Demand demand = new Demand(
                PRICING,
                Selector.of(Map.of("merchant", "acme", "level", 3, "open", true)),
                VersionRange.parse(""),
                Optional.of("orders"));
        ProviderInfo provider = ruled("acme", "{\"merchant\":\"acme\",\"level\":3.0,\"open\":true}");
        // When
        Choice choice = Router.choose(demand, List.of(provider));
        // Then
        assertThat(choice).isEqualTo(new Choice.Found(provider));
    }

    @Test
    void chooseHeedsTheRangeOfVersions() {
        List<ProviderInfo> all = List.of(of("drf", "", 0, "1.4"), of("drf", "", 0, "2.0"));
        assertThat(name(Router.choose(demand(ID, "drf", ""), all))).isEqualTo("several");
        assertThat(Router.choose(demand(ID, "drf", "[1,2)"), all)).isEqualTo(new Choice.Found(all.get(0)));
        assertThat(Router.choose(demand(ID, "drf", "[2,)"), all)).isEqualTo(new Choice.Found(all.get(1)));
        assertThat(name(Router.choose(demand(ID, "drf", "[3,)"), all))).isEqualTo("none");
    }

    @Test
    void chooseWithAPolicyTakesWhatItPicks() {
        // Given
        List<RoutingRequest> asked = new ArrayList<>();
        List<ProviderInfo> all = List.of(of("drf"), of("abc"), of("old", "", 0, "0.1"));
        // When
        Choice choice = Router.choose(demand(ID, "drf", "[1,)"), all, request -> {
            asked.add(request);
            return Optional.of(all.get(1));
        });
        // Then
        assertThat(choice).isEqualTo(new Choice.Found(all.get(1)));
        assertThat(asked).singleElement().satisfies(request -> {
            assertThat(request.providers()).containsExactly(all.get(0), all.get(1));
            assertThat(request.matching()).containsExactly(all.get(0));
            assertThat(request.pattern()).isEqualTo("drf");
            assertThat(request.consumer()).contains("orders");
        });
    }

    @Test
    void chooseWithAPolicyThatFailsOrPicksAStrangerDecidesItself() {
        List<ProviderInfo> all = List.of(of("drf"), of("abc"));
        Demand demand = demand(ID, "drf", "");
        Choice expected = new Choice.Found(all.get(0));
        assertThat(Router.choose(demand, all, request -> Optional.empty())).isEqualTo(expected);
        assertThat(Router.choose(demand, all, request -> Optional.of(of("stranger"))))
                .isEqualTo(expected);
        assertThat(Router.choose(demand, all, request -> {
                    throw new IllegalStateException("broken");
                }))
                .isEqualTo(expected);
    }

    private static String choose(PatternType type, String pattern, ProviderInfo... providers) {
        return name(Router.choose(demand(type, pattern, ""), List.of(providers)));
    }

    private static Demand demand(PatternType type, String pattern, String versions) {
        return new Demand(PRICING, Selector.parse(type, pattern), VersionRange.parse(versions), Optional.of("orders"));
    }

    private static String name(Choice choice) {
        if (choice instanceof Choice.Found found) {
            return found.provider().id();
        }
        return choice instanceof Choice.None ? "none" : "several";
    }
}
