package dev.berth.cli.command;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of time: a number with {@code ms}, {@code s}, {@code m} or {@code h}, or ISO-8601 such as {@code PT90S}. */
final class DurationConverter implements ITypeConverter<Duration> {

    private static final Pattern SIMPLE = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    @Override
    public Duration convert(String text) {
        Matcher simple = SIMPLE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (simple.matches()) {
            long number = Long.parseLong(simple.group(1));
            return switch (simple.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                default -> Duration.ofHours(number);
            };
        }
        return iso(text);
    }

    private static Duration iso(String text) {
        try {
            Duration duration = Duration.parse(text.strip());
            if (!duration.isNegative() && duration.toDays() < 366) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Told below with the forms that are read
        }
        throw new TypeConversionException("'" + text + "' is not a length of time such as 500ms, 90s, 2m or 1h");
    }
}
