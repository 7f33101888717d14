package dev.berth.fidelity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A line and its two visits, compared.
 *
 * @param line the line
 * @param standalone the visit of the application by itself
 * @param asBiz the visit of the biz
 * @param meant the allowed differences of the line
 * @param unseen those of them that were not there
 * @param faults the differences that nothing allows
 */
record Outcome(
        Line line,
        Visit standalone,
        Visit asBiz,
        List<AllowedDifference> meant,
        Set<AllowedDifference> unseen,
        List<Difference> faults) {

    static Outcome of(Line line, Visit standalone, Visit asBiz) {
        List<AllowedDifference> meant = line.differences();
        Set<AllowedDifference> unseen = new LinkedHashSet<>(meant);
        List<AllowedDifference> allowed = new ArrayList<>(meant);
        allowed.addAll(MeantDifferences.ALWAYS);
        List<Difference> faults = new ArrayList<>();
        for (Difference difference : Difference.between(standalone.facts(), asBiz.facts())) {
            allowed.stream()
                    .filter(each -> each.allows(difference))
                    .findFirst()
                    .ifPresentOrElse(unseen::remove, () -> faults.add(difference));
        }
        return new Outcome(line, standalone, asBiz, meant, unseen, faults);
    }

    /** Returns all that is wrong, or nothing. */
    String complaints() {
        StringBuilder text = new StringBuilder();
        standalone.failure().ifPresent(failure -> text.append("Stand-alone: ").append(told(failure)));
        asBiz.failure().ifPresent(failure -> text.append("As a biz: ").append(told(failure)));
        boolean whole = standalone.failure().isEmpty() && asBiz.failure().isEmpty();
        faults.stream().filter(fault -> whole || fault.inBoth()).forEach(fault -> text.append(fault)
                .append('\n'));
        if (whole) {
            unseen.forEach(
                    each -> text.append("Not seen any more: ").append(each).append('\n'));
        }
        return text.toString();
    }

    /** The failure and where in the line it came. */
    private static String told(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().contains(".lines."))
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining("", failure.toString(), "\n"));
    }

    /** Returns the row of the table. */
    String row() {
        return beginning(line.name(), line.shows()) + " %s | %s |".formatted(stand(), biz());
    }

    /** Returns what of a row does not depend on a run. */
    static String beginning(String name, String shows) {
        return "| %s | %s |".formatted(name, shows);
    }

    private String stand() {
        return standalone.failure().isPresent() ? "**fails**" : standalone.answers() + " answers";
    }

    private String biz() {
        if (asBiz.failure().isPresent()) {
            return "**fails**";
        }
        if (!faults.isEmpty()) {
            return "**differs**";
        }
        return meant.isEmpty()
                ? "the same"
                : meant.stream()
                        .map(AllowedDifference::reason)
                        .distinct()
                        .collect(Collectors.joining("; ", "the same but: ", ""));
    }
}
