package dev.berth.fidelity;

import java.util.ArrayList;
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
 * @param meant the allowed differences that were seen
 * @param faults the differences that nothing allows
 */
record Outcome(Line line, Visit standalone, Visit asBiz, Set<AllowedDifference> meant, List<Difference> faults) {

    static Outcome of(Line line, Visit standalone, Visit asBiz) {
        List<AllowedDifference> allowed = new ArrayList<>(line.differences());
        allowed.addAll(MeantDifferences.ALWAYS);
        Set<AllowedDifference> meant = new LinkedHashSet<>();
        List<Difference> faults = new ArrayList<>();
        for (Difference difference : Difference.between(standalone.facts(), asBiz.facts())) {
            allowed.stream()
                    .filter(each -> each.allows(difference))
                    .findFirst()
                    .ifPresentOrElse(meant::add, () -> faults.add(difference));
        }
        return new Outcome(line, standalone, asBiz, meant, faults);
    }

    /** Returns all that is wrong, or nothing. */
    String complaints() {
        StringBuilder text = new StringBuilder();
        standalone.failure().ifPresent(failure -> text.append("Stand-alone: ")
                .append(failure)
                .append('\n'));
        asBiz.failure()
                .ifPresent(failure -> text.append("As a biz: ").append(failure).append('\n'));
        faults.forEach(fault -> text.append(fault).append('\n'));
        line.differences().stream()
                .filter(each -> !meant.contains(each))
                .forEach(each -> text.append("Not seen any more: ").append(each).append('\n'));
        return text.toString();
    }

    /** Returns the row of the table. */
    String row() {
        return "| %s | %s | %s | %s |".formatted(line.name(), line.shows(), stand(), biz());
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
        return line.differences().isEmpty()
                ? "the same"
                : line.differences().stream()
                        .map(AllowedDifference::reason)
                        .distinct()
                        .collect(Collectors.joining("; ", "the same but: ", ""));
    }
}
