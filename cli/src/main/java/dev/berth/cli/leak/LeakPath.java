package dev.berth.cli.leak;

import java.util.List;

/**
 * How a GC root reaches something of a closed revision.
 *
 * @param revision the revision
 * @param root what the JVM itself holds, such as a thread with its name
 * @param steps the references from there on, in order; the last one leads to what is the biz's
 * @param culprit the reference that a reader has to look at first, as a sentence
 */
public record LeakPath(String revision, String root, List<Step> steps, String culprit) {

    /** Copies the list. */
    public LeakPath {
        steps = List.copyOf(steps);
    }

    /**
     * A reference.
     *
     * @param reference what refers, such as {@code static field com.acme.Registry.listeners}
     * @param target the class of what it refers to, with a name where that has one
     */
    public record Step(String reference, String target) {}
}
