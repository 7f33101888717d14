package dev.berth.cli.json;

import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object; keeps every member, also those that this version does not know.
 *
 * <p>A member that has to be there and is not, or has another type, ends the command with a message that names it.
 * Read by tree rather than bound to classes: a command reads one small answer, and binding costs a third of its start.
 *
 * @param node the object
 */
public record JsonObject(JsonNode node) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** Reads a text, unless it is not a JSON object. */
    public static Optional<JsonObject> parse(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node.isObject() ? Optional.of(new JsonObject(node)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Makes an object from members: texts, numbers, booleans, lists and maps. */
    public static JsonObject of(Map<String, ?> members) {
        return new JsonObject(MAPPER.valueToTree(members));
    }

    /** Returns a text that has to be there. */
    public String text(String name) {
        return required(name, optionalText(name));
    }

    /** Returns a text, unless it is missing or null. */
    public Optional<String> optionalText(String name) {
        return member(name).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    /** Returns a number that has to be there. */
    public double number(String name) {
        return required(name, optionalNumber(name));
    }

    /** Returns a number, unless it is missing or null. */
    public Optional<Double> optionalNumber(String name) {
        return member(name).filter(JsonNode::isNumber).map(JsonNode::doubleValue);
    }

    /** Returns a whole number that has to be there and to fit. */
    public int integer(String name) {
        return required(name, member(name).filter(JsonNode::canConvertToInt).map(JsonNode::intValue));
    }

    /** Returns a whole number that has to be there. */
    public long longNumber(String name) {
        return required(name, member(name).filter(JsonNode::isIntegralNumber).map(JsonNode::longValue));
    }

    /** Returns whether a member is there and true. */
    public boolean isTrue(String name) {
        return member(name)
                .filter(JsonNode::isBoolean)
                .map(JsonNode::booleanValue)
                .orElse(false);
    }

    /** Returns a point in time, written as ISO-8601, that has to be there. */
    public Instant instant(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw unexpected(name);
        }
    }

    /** Returns an object, unless it is missing or null. */
    public Optional<JsonObject> object(String name) {
        return member(name).filter(JsonNode::isObject).map(JsonObject::new);
    }

    /** Returns what a function makes of each object of an array; nothing when the array is missing. */
    public <T> List<T> objects(String name, Function<JsonObject, T> reader) {
        return member(name).filter(JsonNode::isArray).stream()
                .flatMap(array -> array.valueStream())
                .map(element -> reader.apply(new JsonObject(element)))
                .toList();
    }

    /** Returns the texts of an array; nothing when the array is missing. */
    public List<String> texts(String name) {
        return member(name).filter(JsonNode::isArray).stream()
                .flatMap(JsonNode::valueStream)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }

    /** Returns the members, for another object to hold. */
    public Map<String, ?> members() {
        return MAPPER.treeToValue(node, new tools.jackson.core.type.TypeReference<Map<String, Object>>() {});
    }

    /** Returns the text on one line. */
    public String compact() {
        return node.toString();
    }

    /** Returns the object as text for people: indented by two blanks, with newlines of this system's kind. */
    public String pretty() {
        DefaultIndenter indenter = new DefaultIndenter("  ", System.lineSeparator());
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return MAPPER.writer().with(printer).writeValueAsString(node);
    }

    private Optional<JsonNode> member(String name) {
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }

    private static <T> T required(String name, Optional<T> value) {
        return value.orElseThrow(() -> unexpected(name));
    }

    private static CliException unexpected(String name) {
        return new CliException(
                ExitCode.BUG,
                "The base's answer has no proper '" + name + "'",
                "Check that the base and this command are of one version: berth base status, berth --version.");
    }
}
