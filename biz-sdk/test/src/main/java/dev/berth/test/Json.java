package dev.berth.test;

import java.util.List;
import java.util.Map;

/** Reads members of a JSON object that has been made of maps and lists. */
final class Json {

    private Json() {}

    /** Returns the objects of an array; none when there is no such array. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> objects(Map<String, Object> object, String member) {
        return object.get(member) instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
    }

    /** Returns a member as text; empty when there is none. */
    static String text(Map<String, Object> object, String member) {
        Object value = object.get(member);
        return value == null ? "" : String.valueOf(value);
    }
}
