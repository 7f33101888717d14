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

    private static final int LONGEST = 600;
    private static final int BEFORE = 100;

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
        int start = Math.max(0, firstDifference() - BEFORE);
        return fact + "\n    stand-alone: " + part(standalone, start) + "\n    as a biz:    " + part(asBiz, start);
    }

    private int firstDifference() {
        int shorter = Math.min(standalone.length(), asBiz.length());
        for (int i = 0; i < shorter; i++) {
            if (standalone.charAt(i) != asBiz.charAt(i)) {
                return i;
            }
        }
        return shorter;
    }

    /** Of a long text what is around the difference. */
    private static String part(String text, int start) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return "… " + text.substring(start, Math.min(text.length(), start + LONGEST)) + " …";
    }
}
