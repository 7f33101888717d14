package dev.berth.cli.command;

import dev.berth.cli.client.Load;
import dev.berth.cli.client.Revision;
import dev.berth.cli.client.Trouble;
import dev.berth.cli.output.Amounts;
import dev.berth.cli.output.PlainText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tells in lines what is the matter with a revision: its oldest calls with their stacks, and its troubles with remedies. */
final class TroubleLines {

    /** A call that is younger is nobody's trouble. */
    private static final Duration OLD = Duration.ofSeconds(1);

    private TroubleLines() {}

    /** Marks a state for a table, where there are troubles. */
    static String mark(String state, List<Trouble> troubles) {
        return switch (troubles.size()) {
            case 0 -> state;
            case 1 -> state + " (1 trouble)";
            default -> state + " (" + troubles.size() + " troubles)";
        };
    }

    static List<String> of(Revision revision, Instant now) {
        List<String> lines = new ArrayList<>();
        revision.load().map(Load::oldest).orElse(List.of()).stream()
                .filter(call -> call.age().compareTo(OLD) >= 0)
                .forEach(call -> add(lines, call));
        revision.troubles().forEach(trouble -> add(lines, trouble, now));
        return lines;
    }

    private static void add(List<String> lines, Load.OldCall call) {
        String where = call.thread()
                .map(thread -> " on thread '" + thread + "'"
                        + call.state().map(state -> " (" + state + ")").orElse(""))
                .orElse(", waiting without a thread");
        lines.add("");
        lines.add(PlainText.of("OLD CALL " + call.description() + ", for " + Amounts.took(call.age()) + where));
        call.stack().lines().map(PlainText::of).forEach(lines::add);
    }

    private static void add(List<String> lines, Trouble trouble, Instant now) {
        String times = trouble.count() == 1 ? "once" : trouble.count() + " times";
        lines.add("");
        lines.add(PlainText.of("TROUBLE " + trouble.kind() + ", " + times + ", last "
                + Amounts.age(Duration.between(trouble.last(), now)) + " ago"));
        lines.add(PlainText.of("  what    " + trouble.message()));
        lines.add(PlainText.of("  during  " + trouble.during() + ", on thread '" + trouble.thread() + "'"));
        lines.add(PlainText.of("  remedy  " + trouble.remedy()));
    }
}
