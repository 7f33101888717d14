package dev.berth.cli.output;

import java.util.Map;

/**
 * What the two outputs of this process are connected to.
 *
 * <p>The launcher looks with {@code test -t}, because {@code System.console()} has another meaning on each Java version.
 *
 * @param out whether the standard output is a terminal
 * @param err whether the standard error is a terminal
 * @param colour whether a terminal may be sent colours
 * @param columns how many characters a line of it holds
 */
public record Terminal(boolean out, boolean err, boolean colour, int columns) {

    private static final int USUAL_COLUMNS = 80;

    /** No terminal at all. */
    public static final Terminal NONE = new Terminal(false, false, false, USUAL_COLUMNS);

    /**
     * Reads what the launcher found and what the user's environment wishes.
     *
     * @param properties the system properties; {@code berth.terminal.out} and {@code .err} are the launcher's
     * @param environment the environment; {@code NO_COLOR}, {@code TERM} and {@code COLUMNS} are obeyed
     */
    public static Terminal of(Map<?, ?> properties, Map<String, String> environment) {
        boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
        return new Terminal(
                "true".equals(properties.get("berth.terminal.out")),
                "true".equals(properties.get("berth.terminal.err")),
                colour,
                columns(environment.getOrDefault("COLUMNS", "")));
    }

    private static int columns(String text) {
        try {
            int columns = Integer.parseInt(text);
            return columns > 0 ? columns : USUAL_COLUMNS;
        } catch (NumberFormatException e) {
            return USUAL_COLUMNS;
        }
    }
}
