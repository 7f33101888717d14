package dev.berth.cli.output;

/** Emphasis for a terminal; plain text where there is none or where colour is not wanted. */
enum Style {
    BOLD("1"),
    RED("1;31"),
    GREEN("32"),
    YELLOW("33");

    private static final String ESCAPE = "\u001b[";

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String on(String text, boolean colour) {
        return colour ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }
}
