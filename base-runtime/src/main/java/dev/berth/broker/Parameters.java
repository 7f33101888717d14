package dev.berth.broker;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Names and values in the forms of JSON, so that equal ones compare equal wherever they come from.
 *
 * <p>Numbers are equal when their values are: {@code 1}, {@code 1.0} and {@code 1e0}. A number never equals a text.
 * Immutable and safe for use by many threads.
 *
 * @param values the values by name: texts, {@link BigDecimal}s, truth values, {@code null}, lists and maps of these
 */
public record Parameters(Map<String, Object> values) {

    /** A member that is written twice would hide what the author meant. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Parameters NONE = new Parameters(Map.of());

    public Parameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Returns what has no members. */
    public static Parameters none() {
        return NONE;
    }

    /**
     * Reads a JSON object.
     *
     * @throws BerthException with SPI_PATTERN_INVALID when the text is not one
     */
    public static Parameters parse(String json) {
        try {
            JsonNode tree = JSON.readTree(json);
            if (tree.isObject()) {
                return new Parameters(members(tree));
            }
        } catch (JacksonException broken) {
            throw invalid(json, broken.getOriginalMessage());
        }
        throw invalid(json, "it is no object");
    }

    private static BerthException invalid(String json, String reason) {
        return new BerthException(
                ErrorCode.SPI_PATTERN_INVALID,
                "'" + json + "' is not a JSON object: " + reason,
                "Write the names and values as a JSON object, such as {\"wareHouseId\":\"2001\"}.");
    }

    /**
     * Takes over names and values from code.
     *
     * @throws IllegalArgumentException when a value is neither text, number, truth value, enum, nor a list or map of these
     */
    public static Parameters of(Map<String, ?> parameters) {
        Map<String, Object> values = new LinkedHashMap<>();
        parameters.forEach((name, value) -> put(values, name, plain(name, value)));
        return new Parameters(values);
    }

    /** Tells whether every member of a rule, which was read by {@link #parse}, stands in these too, with an equal value. */
    public boolean fulfil(Map<String, Object> rule) {
        for (Map.Entry<String, Object> member : rule.entrySet()) {
            Object value = values.get(member.getKey());
            if (!Objects.equals(value, member.getValue()) || value == null && !values.containsKey(member.getKey())) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Object> members(JsonNode object) {
        Map<String, Object> values = new LinkedHashMap<>();
        object.properties().forEach(member -> put(values, member.getKey(), plain(member.getValue())));
        return values;
    }

    /** A null is a value here. */
    @SuppressWarnings("NullAway")
    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        values.put(name, value);
    }

    private static @Nullable Object plain(JsonNode node) {
        if (node.isObject()) {
            return members(node);
        }
        if (node.isArray()) {
            List<@Nullable Object> elements = new ArrayList<>();
            node.forEach(element -> elements.add(plain(element)));
            return Collections.unmodifiableList(elements);
        }
        if (node.isNumber()) {
            return number(node.decimalValue());
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isNull() ? null : node.stringValue();
    }

    private static @Nullable Object plain(String name, @Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return value;
        }
        if (value instanceof CharSequence || value instanceof Character) {
            return value.toString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Number number) {
            return number(name, number);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> members = new LinkedHashMap<>();
            map.forEach((key, each) -> put(members, String.valueOf(key), plain(name, each)));
            return Collections.unmodifiableMap(members);
        }
        if (value instanceof Iterable<?> elements) {
            List<@Nullable Object> plain = new ArrayList<>();
            elements.forEach(each -> plain.add(plain(name, each)));
            return Collections.unmodifiableList(plain);
        }
        throw new IllegalArgumentException("The parameter '" + name + "' is a "
                + value.getClass().getName() + "; only texts, numbers, truth values, enums, lists and maps can be"
                + " compared with a rule");
    }

    private static BigDecimal number(String name, Number number) {
        try {
            return number(new BigDecimal(number.toString()));
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("The parameter '" + name + "' is not a finite number: " + number, none);
        }
    }

    /** One form for each value; {@code stripTrailingZeros} makes 1, 1.0 and 1e0 the same. */
    private static BigDecimal number(BigDecimal value) {
        return value.stripTrailingZeros();
    }
}
