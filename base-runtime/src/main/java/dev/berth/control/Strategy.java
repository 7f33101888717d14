package dev.berth.control;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a new version takes the place of the one that is active. */
public enum Strategy {
    /** It starts beside the old one, is checked, and takes over in one step; a failure leaves the old one serving. */
    REPLACE,
    /** It starts and stays inactive until a switch. */
    SIDE_BY_SIDE,
    /** The old one is drained and stopped before the new one starts; when that fails, the old one is started again. */
    STOP_FIRST;

    /** Returns the name as callers write it, such as {@code side-by-side}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads a strategy.
     *
     * @throws BerthException with INVALID_REQUEST for anything else than a label
     */
    public static Strategy parse(String text) {
        return Arrays.stream(values())
                .filter(strategy -> strategy.label().equals(text))
                .findFirst()
                .orElseThrow(() -> new BerthException(
                        ErrorCode.INVALID_REQUEST,
                        "There is no strategy '" + text + "'",
                        "Use one of "
                                + Arrays.stream(values()).map(Strategy::label).collect(Collectors.joining(", "))
                                + "."));
    }
}
