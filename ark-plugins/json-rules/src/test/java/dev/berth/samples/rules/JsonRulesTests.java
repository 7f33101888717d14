package dev.berth.samples.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class JsonRulesTests {

    private final JsonRules rules = JsonRules.parse(
            """
            [{"when": {"/customer/tier": "gold", "/items/0/count": 2}, "then": "free delivery"},
             {"when": {"/customer/tier": "gold"}, "then": "thanks"}]""");

    @Test
    void decideReturnsTheConsequencesOfAllRulesThatApply() {
        assertThat(rules.decide("{\"customer\": {\"tier\": \"gold\"}, \"items\": [{\"count\": 2}]}"))
                .containsExactly("free delivery", "thanks");
        assertThat(rules.decide("{\"customer\": {\"tier\": \"gold\"}}")).containsExactly("thanks");
        assertThat(rules.decide("{}")).isEmpty();
    }

    @Test
    void parseWhenARuleHasNoConsequenceRefuses() {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonRules.parse("[{\"when\": {}}]"));
    }
}
