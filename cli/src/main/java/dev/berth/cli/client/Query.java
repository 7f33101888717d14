package dev.berth.cli.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** The query part of a request's address. */
final class Query {

    private final StringJoiner members = new StringJoiner("&", "?", "").setEmptyValue("");

    void add(String name, String value) {
        members.add(name + "=" + encode(value));
    }

    /** Writes a text so that it is one segment of a path or one value of a query. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return members.toString();
    }
}
