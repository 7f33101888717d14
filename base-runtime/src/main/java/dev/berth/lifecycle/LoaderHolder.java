package dev.berth.lifecycle;

import java.util.Optional;

/**
 * Something that keeps the loader of a closed revision alive, as far as it can be seen from inside the JVM.
 *
 * @param kind what it is, in one or two words, such as {@code thread} or {@code shutdown hook}
 * @param description a fact that helps to find it, such as {@code Thread 'poller' runs code of com.acme.Poller}
 * @param stack the stack of a thread, one frame a line
 */
public record LoaderHolder(String kind, String description, Optional<String> stack) {

    /** Makes a holder without a stack. */
    public static LoaderHolder of(String kind, String description) {
        return new LoaderHolder(kind, description, Optional.empty());
    }

    /** Makes a holder from what can't be ended, whose description may have a stack on further lines. */
    public static LoaderHolder of(Holder holder) {
        String[] parts = holder.description().split("\\R", 2);
        return parts.length == 1
                ? of("thread", parts[0])
                : new LoaderHolder("thread", parts[0].replaceFirst(":$", ""), Optional.of(parts[1]));
    }

    /** Returns all of it as text, the stack on lines of its own. */
    public String text() {
        return description
                + stack.map(lines -> ":" + System.lineSeparator() + lines).orElse("");
    }
}
