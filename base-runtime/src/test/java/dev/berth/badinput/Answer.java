package dev.berth.badinput;

import java.net.http.HttpResponse;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer of the admin API.
 *
 * @param status the HTTP status
 * @param contentType the type of the body
 * @param body the JSON of the body
 */
public record Answer(int status, String contentType, JsonNode body) {

    /** Reads an answer with a JSON body. */
    public static Answer of(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                JsonMapper.shared().readTree(response.body()));
    }

    /** Reads an answer as it came over the wire. */
    public static Answer ofWire(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0 || text.indexOf('{', end) < 0) {
            throw new AssertionError("No JSON in '" + text + "'");
        }
        String head = text.substring(0, end);
        String type = head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-type:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
        String json = text.substring(text.indexOf('{', end), text.lastIndexOf('}') + 1);
        return new Answer(
                Integer.parseInt(head.split(" ", 3)[1]),
                type,
                JsonMapper.shared().readTree(json));
    }

    public String code() {
        return body.path("code").asString("");
    }

    public String message() {
        return body.path("detail").asString("");
    }

    public String remedy() {
        return body.path("remedy").asString("");
    }

    int exitCode() {
        return body.path("exitCode").asInt(0);
    }
}
