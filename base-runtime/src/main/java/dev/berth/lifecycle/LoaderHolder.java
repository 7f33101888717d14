package dev.berth.lifecycle;

import java.util.Optional;

/**
 * Something that keeps the loader of a closed revision alive, as far as it can be seen from inside the JVM.
 *
 * @param kind what it is, in one or two words, such as {@code thread} or {@code shutdown hook}
 * @param description which one, as a fact that helps to find it
 * @param stack the stack of a thread, one frame a line
 */
public record LoaderHolder(String kind, String description, Optional<String> stack) {

    /** Makes a holder without a stack. */
    public static LoaderHolder of(String kind, String description) {
        return new LoaderHolder(kind, description, Optional.empty());
    }

    /** Returns all of it as text, the stack on lines of its own. */
    public String text() {
        return kind + ": " + description
                + stack.map(lines -> System.lineSeparator() + lines).orElse("");
    }
}
