package dev.berth.artifact;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Refuses names of entries that no build writes and that could lead out of a directory. For one thread. */
final class EntryNames {

    private static final int MAX_NAME_CHARS = 1024;
    private static final int MAX_SEGMENT_BYTES = 255;
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*", Pattern.DOTALL);

    private final Set<String> seen = new HashSet<>();

    /** Checks the next entry's name by itself and against those before. */
    void accept(String name) {
        check(name);
        if (!seen.add(name)) {
            throw Refusal.unsafe("The archive has the entry " + Refusal.quoted(name) + " twice");
        }
    }

    private static void check(String name) {
        if (name.isEmpty() || name.length() > MAX_NAME_CHARS) {
            throw Refusal.unsafe("The archive has an entry whose name is " + name.length() + " characters long");
        }
        if (name.indexOf('\\') >= 0 || name.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.unsafe("The name of the entry " + Refusal.quoted(name) + " has a forbidden character");
        }
        if (name.startsWith("/") || DRIVE.matcher(name).matches()) {
            throw Refusal.unsafe("The name of the entry " + Refusal.quoted(name) + " is absolute");
        }
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                throw Refusal.unsafe("The entry " + Refusal.quoted(name) + " leads out of its folder");
            }
            if (segment.isEmpty() || segment.equals(".") || isTooLong(segment)) {
                throw Refusal.unsafe("The name of the entry " + Refusal.quoted(name) + " is no plain path");
            }
        }
    }

    private static boolean isTooLong(String segment) {
        return segment.length() > MAX_SEGMENT_BYTES / 3
                && segment.getBytes(StandardCharsets.UTF_8).length > MAX_SEGMENT_BYTES;
    }
}
