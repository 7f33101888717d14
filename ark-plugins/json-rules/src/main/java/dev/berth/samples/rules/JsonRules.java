package dev.berth.samples.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rules over JSON documents: {@code [{"when": {"/customer/tier": "gold"}, "then": "free delivery"}]}.
 *
 * <p>Each condition is a JSON pointer and the value that must be there. Immutable and safe for use by many threads.
 */
public final class JsonRules {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode rules;

    private JsonRules(JsonNode rules) {
        this.rules = rules;
    }

    /**
     * Reads rules.
     *
     * @throws IllegalArgumentException when they are no list of rules
     */
    public static JsonRules parse(String text) {
        JsonNode rules = read(text);
        for (JsonNode rule : rules) {
            if (!rule.path("when").isObject() || !rule.path("then").isTextual()) {
                throw new IllegalArgumentException("A rule has no 'when' or no 'then': " + rule);
            }
        }
        if (!rules.isArray()) {
            throw new IllegalArgumentException("The rules are no list");
        }
        return new JsonRules(rules);
    }

    /** Returns what follows for a document of facts, in the order of the rules. */
    public List<String> decide(String facts) {
        JsonNode document = read(facts);
        List<String> consequences = new ArrayList<>();
        for (JsonNode rule : rules) {
            boolean applies = rule.get("when").properties().stream().allMatch(each -> isSo(each, document));
            if (applies) {
                consequences.add(rule.get("then").textValue());
            }
        }
        return List.copyOf(consequences);
    }

    /** Returns the version of the library that reads JSON here. */
    public static String engine() {
        return PackageVersion.VERSION.toString();
    }

    private static boolean isSo(Map.Entry<String, JsonNode> condition, JsonNode facts) {
        return facts.at(condition.getKey()).equals(condition.getValue());
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("Malformed JSON", malformed);
        }
    }
}
