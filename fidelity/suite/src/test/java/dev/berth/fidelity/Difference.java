package dev.berth.fidelity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A fact that is not the same in both runs.
 *
 * @param fact the name of the fact
 * @param standalone what it is stand-alone
 * @param asBiz what it is as a biz
 */
record Difference(String fact, String standalone, String asBiz) {

    static final String NONE = "(none)";

    private static final int LONGEST = 2_000;

    static List<Difference> between(Map<String, String> standalone, Map<String, String> asBiz) {
        Set<String> facts = new LinkedHashSet<>(standalone.keySet());
        facts.addAll(asBiz.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String fact : facts) {
            String one = standalone.getOrDefault(fact, NONE);
            String other = asBiz.getOrDefault(fact, NONE);
            if (!one.equals(other)) {
                differences.add(new Difference(fact, one, other));
            }
        }
        return differences;
    }

    /** Tells whether both runs came as far as this fact. */
    boolean inBoth() {
        return !standalone.equals(NONE) && !asBiz.equals(NONE);
    }

    @Override
    public String toString() {
        return fact + "\n    stand-alone: " + shortened(standalone) + "\n    as a biz:    " + shortened(asBiz);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "… (" + text.length() + " characters)";
    }
}
