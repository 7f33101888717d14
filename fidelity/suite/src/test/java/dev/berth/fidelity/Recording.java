package dev.berth.fidelity;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an application answered and how it is configured, as named facts in their order. */
final class Recording {

    private static final JsonMapper JSON = new JsonMapper();
    /** The time of an answer. */
    private static final String DATE = "date";
    /** Proves nothing where the body is not the same each time. */
    private static final String LENGTH = "content-length";
    /** Every process has another. */
    private static final String PID = "spring.application.pid";

    private final List<Mask> masks;
    private final Map<String, String> facts = new LinkedHashMap<>();
    private int count;

    Recording(List<Mask> masks) {
        this.masks = List.copyOf(masks);
    }

    Map<String, String> facts() {
        return Collections.unmodifiableMap(facts);
    }

    /** Returns how many answers and notes there are. */
    int count() {
        return count;
    }

    void exchange(String request, HttpResponse<String> response) {
        count++;
        String hidden = Mask.hide(masks, response.body());
        String prefix = "%02d %s: ".formatted(count, request);
        note(prefix + "status", String.valueOf(response.statusCode()));
        response.headers().map().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(DATE)) {
                boolean varies = name.equalsIgnoreCase(LENGTH) && !hidden.equals(response.body());
                note(prefix + "header " + name, varies ? "as long as the body" : String.join(" | ", values));
            }
        });
        note(prefix + "body", response.body());
    }

    /** Records what did not come as an answer of HTTP. */
    void remark(String subject, String text) {
        count++;
        note("%02d %s".formatted(count, subject), text);
    }

    void conditions(String json) {
        JsonNode report = JSON.readTree(json);
        for (String outcome : List.of("positive", "negative")) {
            report.get(outcome).forEachEntry((source, messages) -> note("condition " + source, outcome + messages));
        }
        for (String list : List.of("unconditional", "exclusions")) {
            report.get(list).forEach(source -> note(list + " " + source.asString(), "yes"));
        }
    }

    void properties(String json) {
        JsonNode report = JSON.readTree(json);
        StringBuilder order = new StringBuilder();
        for (JsonNode source : report.get("sources")) {
            String name = source.get("name").asString();
            if (MeantDifferences.OPERATOR_SOURCE.matcher(name).matches()) {
                continue;
            }
            note("property source " + name, source.get("type").asString());
            if (!MeantDifferences.OWN_SOURCES.contains(name)) {
                order.append(name).append('\n');
            }
        }
        note("order of property sources", order.toString());
        report.get("values")
                .forEachEntry((key, value) -> note("property " + key, key.equals(PID) ? "" : value.asString()));
    }

    private void note(String fact, String value) {
        facts.put(fact, Mask.hide(masks, value));
    }
}
