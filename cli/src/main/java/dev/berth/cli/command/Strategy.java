package dev.berth.cli.command;

import java.util.Locale;

/** What becomes of another version when a jar is installed. */
enum Strategy {
    REPLACE,
    SIDE_BY_SIDE,
    STOP_FIRST;

    /** Returns the name as users write it and the base understands it. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
