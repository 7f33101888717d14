package dev.berth.benchmarks.load;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be asked of the biz, and the one body that is right for a version. */
enum Exchange {
    ITEM {
        @Override
        HttpRequest request(int id, int slowMillis) {
            return HttpRequest.get("/load/items/" + id);
        }

        @Override
        String expected(int version, int id) {
            return item(version, id);
        }
    },
    RECEIPT {
        @Override
        HttpRequest request(int id, int slowMillis) {
            return HttpRequest.post("/load/items", text(id));
        }

        @Override
        String expected(int version, int id) {
            Colour colour = Colour.of(version);
            String text = text(id);
            return "{\"version\":" + version + ",\"colour\":\"" + colour.word() + "\",\"length\":" + text.length()
                    + ",\"checksum\":" + colour.checksum(text) + "}";
        }
    },
    SLOW {
        @Override
        HttpRequest request(int id, int slowMillis) {
            return HttpRequest.get("/load/slow/" + id + "?millis=" + slowMillis);
        }

        @Override
        String expected(int version, int id) {
            return item(version, id);
        }
    },
    EVENTS {
        @Override
        HttpRequest request(int id, int slowMillis) {
            return HttpRequest.get("/load/events/" + id + "?count=" + EVENT_COUNT + "&every="
                    + (slowMillis + EVENT_COUNT - 1) / EVENT_COUNT);
        }

        @Override
        String expected(int version, int id) {
            return ("data:" + item(version, id) + "\n\n").repeat(EVENT_COUNT);
        }
    };

    static final int EVENT_COUNT = 8;

    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d{1,9})");
    private static final int LINES = 40;

    /** Makes a request; one that is to be slow, or a stream, takes so many milliseconds. */
    abstract HttpRequest request(int id, int slowMillis);

    abstract String expected(int version, int id);

    /** Returns the version that a body comes from, if that version would have written this very body. */
    OptionalInt version(int id, String body) {
        Matcher matcher = VERSION.matcher(body);
        if (!matcher.find()) {
            return OptionalInt.empty();
        }
        int version = Integer.parseInt(matcher.group(1));
        return body.equals(expected(version, id)) ? OptionalInt.of(version) : OptionalInt.empty();
    }

    private static String item(int version, int id) {
        Colour colour = Colour.of(version);
        return "{\"version\":" + version + ",\"colour\":\"" + colour.word() + "\",\"id\":" + id + ",\"text\":\""
                + colour.describe(id) + "\"}";
    }

    /** Some 2 KB, other ones for each id. */
    private static String text(int id) {
        return ("line of a text sent as number " + id + ", again and again\n").repeat(LINES);
    }
}
