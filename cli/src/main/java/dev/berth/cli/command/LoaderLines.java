package dev.berth.cli.command;

import dev.berth.cli.client.LoaderState;
import dev.berth.cli.output.Amounts;
import dev.berth.cli.output.PlainText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tells what became of the loader of a closed revision. */
final class LoaderLines {

    private static final long NANOS_A_MILLI = 1_000_000;

    private LoaderLines() {}

    /** Returns one sentence, and the holders without their stacks. */
    static List<String> of(LoaderState loader) {
        List<String> lines = new ArrayList<>();
        lines.add(sentence(loader));
        loader.holders().forEach(holder -> lines.add("  " + holder.kind() + ": " + PlainText.of(holder.description())));
        loader.hint().filter(hint -> !loader.collected()).ifPresent(hint -> lines.add("  hint: " + hint));
        return lines;
    }

    /** Returns all that is known, stacks too. */
    static List<String> detailed(LoaderState loader) {
        List<String> lines = new ArrayList<>();
        lines.add(sentence(loader));
        for (LoaderState.Holder holder : loader.holders()) {
            lines.add("  " + holder.kind() + ": " + PlainText.of(holder.description()));
            holder.stack().stream().flatMap(String::lines).forEach(frame -> lines.add("    " + frame.strip()));
        }
        return lines;
    }

    private static String sentence(LoaderState loader) {
        String time = Amounts.took(Duration.ofNanos(Math.round(loader.millis() * NANOS_A_MILLI)));
        return switch (loader.outcome()) {
            case "collected" -> "Revision " + loader.revision() + " is gone: its loader was collected after " + time;
            case "held" -> "Revision " + loader.revision() + " is still held " + time + " after its close";
            case "verifying" ->
                "Revision " + loader.revision() + " was closed " + time + " ago; it is being verified that it goes";
            default ->
                "Revision " + loader.revision() + " is still there " + time
                        + " after its close; what holds it is not known";
        };
    }
}
