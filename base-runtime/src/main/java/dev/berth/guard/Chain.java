package dev.berth.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Who has changed one shared value, the last one on top.
 *
 * <p>Each link knows what was there before it. A link that is taken out of the middle hands that to the link above, so that
 * the last one to go finds the original, in whatever order they go. Not safe for threads.
 */
final class Chain {

    private final BiPredicate<@Nullable Object, @Nullable Object> same;
    private final List<Link> links = new ArrayList<>();

    Chain(BiPredicate<@Nullable Object, @Nullable Object> same) {
        this.same = same;
    }

    /** A change by one revision. */
    private static final class Link {

        private String owner;
        private @Nullable Object before;
        private @Nullable Object after;

        private Link(String owner, @Nullable Object before, @Nullable Object after) {
            this.owner = owner;
            this.before = before;
            this.after = after;
        }
    }

    boolean isEmpty() {
        return links.isEmpty();
    }

    /**
     * Notes that a revision has set the value, maybe to what it was.
     *
     * @param owner the id of the revision
     * @param before what was there
     * @param after what the revision wants to be there
     */
    void set(String owner, @Nullable Object before, @Nullable Object after) {
        Link top = links.isEmpty() ? null : top();
        if (top != null && top.owner.equals(owner)) {
            top.after = after;
            if (same.test(top.before, after)) {
                links.remove(top);
            }
        } else if (top != null || !same.test(before, after)) {
            links.add(new Link(owner, before, after));
        }
    }

    /** Gives the links of a revision to another one of its biz, which goes on with what that has set. */
    void handOver(String owner, String heir) {
        for (int index = links.size() - 1; index >= 0; index--) {
            Link link = links.get(index);
            if (link.owner.equals(owner)) {
                link.owner = heir;
            }
            Link above = index + 1 < links.size() ? links.get(index + 1) : null;
            if (above != null && above.owner.equals(link.owner)) {
                above.before = link.before;
                links.remove(index);
            }
        }
    }

    /**
     * What is to be there when a revision has gone.
     *
     * @param isDue whether that is to be put there; otherwise somebody else has changed it since
     * @param value the value
     */
    record Rest(boolean isDue, @Nullable Object value) {}

    /**
     * Takes out what a revision has set.
     *
     * @param owner the id of the revision
     * @param now what is there now
     */
    Rest remove(String owner, @Nullable Object now) {
        boolean ours = false;
        Object value = now;
        for (int index = links.size() - 1; index >= 0; index--) {
            Link link = links.get(index);
            if (!link.owner.equals(owner)) {
                continue;
            }
            boolean top = index == links.size() - 1;
            links.remove(index);
            if (same.test(link.after, now)) {
                ours = true;
            }
            if (!top) {
                links.get(index).before = link.before;
            }
            value = links.isEmpty() ? link.before : top().after;
        }
        return new Rest(ours && !same.test(value, now), value);
    }

    private Link top() {
        return links.get(links.size() - 1);
    }
}
