package dev.berth.cli.output;

/** Text that others wrote, made safe to print: control characters could move the cursor or fake a line. */
public final class PlainText {

    private PlainText() {}

    /** Returns the text with a blank for each control character. */
    public static String of(String text) {
        return text.codePoints()
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Returns the beginning of the text on one line, at most so many characters of it. */
    public static String beginning(String text, int length) {
        String line = of(text).replaceAll("\\s+", " ").strip();
        return line.length() <= length ? line : line.substring(0, length) + "...";
    }
}
