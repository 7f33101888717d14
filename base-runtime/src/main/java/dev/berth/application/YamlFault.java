package dev.berth.application;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Says where YAML is at fault without the lines themselves, which may hold secrets.
 *
 * <p>The parser may be the biz's own copy, so it is known by its name only.
 */
final class YamlFault {

    private static final String PARSER = "org.yaml.snakeyaml.";
    private static final Pattern POSITION = Pattern.compile("line (\\d+), column (\\d+)");

    private YamlFault() {}

    static Optional<String> describe(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getName().startsWith(PARSER)) {
                // The last position is that of the fault, those before it tell what it belongs to
                String position = POSITION.matcher(String.valueOf(cause.getMessage()))
                        .results()
                        .reduce((first, second) -> second)
                        .map(MatchResult::group)
                        .map(found -> ", " + found)
                        .orElse("");
                return Optional.of("it is not valid YAML" + position);
            }
        }
        return Optional.empty();
    }
}
