package dev.berth.cli.output;

import java.util.Locale;

/** How a result is printed. */
public enum OutputFormat {
    /** For people: aligned columns. */
    TABLE,
    /** For programs: the base's answer, every member of it. */
    JSON,
    /** For scripts: names alone, one a line. */
    NAME;

    /** Returns the word that people write. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
