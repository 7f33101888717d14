package dev.berth.cli.output;

import dev.berth.cli.json.JsonObject;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a command found, in each form that it can be asked for.
 *
 * @param json the answer for programs
 * @param names the names in it, for scripts
 * @param table the text for people, made only when it is wanted; it may need to ask the base for more
 */
public record Result(JsonObject json, List<String> names, Supplier<List<String>> table) {

    /** Copies the list. */
    public Result {
        names = List.copyOf(names);
    }

    List<String> lines(OutputFormat format) {
        return switch (format) {
            case TABLE -> table.get();
            case JSON -> List.of(json.pretty());
            case NAME -> names;
        };
    }
}
