package dev.berth.admin;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * The parameters of a request's query, and of nothing else: the servlet's own parameters may come from the body.
 *
 * <p>A parameter that the endpoint does not know is refused, because a typing error would otherwise install something
 * else than was asked for.
 */
final class Query {

    private static final int LONGEST_SHOWN = 60;

    private final Map<String, String> values;

    private Query(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads the query of a request.
     *
     * @param known the parameters that the endpoint knows
     */
    static Query of(ServerRequest request, String... known) {
        return parse(
                Optional.ofNullable(request.servletRequest().getQueryString()).orElse(""), List.of(known));
    }

    static Query parse(String query, List<String> known) {
        Map<String, String> values = new TreeMap<>();
        for (String part : StringUtils.delimitedListToStringArray(query, "&")) {
            if (part.isEmpty()) {
                continue;
            }
            int equals = part.indexOf('=');
            String name = decode(equals < 0 ? part : part.substring(0, equals));
            String value = equals < 0 ? "" : decode(part.substring(equals + 1));
            if (!known.contains(name)) {
                throw unknown(name, known);
            }
            if (values.put(name, value) != null) {
                throw invalid("The parameter '" + name + "' is given twice", "Give it once.");
            }
        }
        return new Query(values);
    }

    /** Returns the value of a parameter, unless it is missing or empty. */
    <T> Optional<T> value(String name, Function<String, T> parser) {
        return Optional.ofNullable(values.get(name))
                .filter(value -> !value.isEmpty())
                .map(parser);
    }

    /**
     * Returns a time, unless the parameter is missing or empty.
     *
     * @param longest the longest time that is allowed
     */
    Optional<Duration> duration(String name, Duration longest) {
        return value(name, text -> parseDuration(name, text, longest));
    }

    /** Tells whether a parameter is there, with a value or without. */
    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Tells whether a parameter is there with no value or {@code true}; one with {@code false} is as if it were missing. */
    boolean flag(String name) {
        String value = values.getOrDefault(name, "false");
        if (!List.of("", "true", "false").contains(value)) {
            throw invalid(
                    "The parameter '" + name + "' is " + quoted(value) + ", neither true nor false",
                    "Write true or false.");
        }
        return !value.equals("false");
    }

    /** Returns all parameters but one, in an order that does not depend on the caller's. */
    String without(String name) {
        Map<String, String> others = new TreeMap<>(values);
        others.remove(name);
        return others.toString();
    }

    private static Duration parseDuration(String name, String text, Duration longest) {
        Duration duration = Duration.ofSeconds(-1);
        try {
            // A bare number would be milliseconds to one reader and seconds to the next
            if (!Character.isDigit(text.charAt(text.length() - 1))) {
                duration = DurationStyle.detectAndParse(text);
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            duration = Duration.ofSeconds(-1);
        }
        if (duration.isNegative() || duration.compareTo(longest) > 0) {
            throw invalid(
                    "The parameter '" + name + "' is " + quoted(text) + ", not a time of at most " + longest.toSeconds()
                            + " seconds",
                    "Write a time such as 60s, 500ms, 2m or PT60S.");
        }
        return duration;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid("The query of the request is malformed", "Encode it as a URL asks for.");
        }
    }

    private static BerthException unknown(String name, List<String> known) {
        return invalid(
                "The request has the parameter " + quoted(name) + ", which this path does not know",
                known.isEmpty()
                        ? "Leave it out; this path takes no parameters."
                        : "This path knows the parameters " + String.join(", ", known) + ".");
    }

    /** What a caller sent, in short: it goes to terminals too. */
    private static String quoted(String text) {
        String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
        return "'" + shown.replaceAll("\\p{Cntrl}", "?") + "'";
    }

    private static BerthException invalid(String message, String remedy) {
        return new BerthException(ErrorCode.INVALID_REQUEST, message, remedy);
    }
}
