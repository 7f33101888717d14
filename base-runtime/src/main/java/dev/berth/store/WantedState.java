package dev.berth.store;

import dev.berth.biz.BizName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a base shall have installed; the values are immutable, each change makes a new one.
 *
 * @param biz one entry a biz, in the order in which they were first installed
 */
public record WantedState(List<WantedBiz> biz) {

    private static final WantedState EMPTY = new WantedState(List.of());

    public WantedState {
        biz = List.copyOf(biz);
    }

    /** Returns the state of a base that shall have nothing. */
    public static WantedState empty() {
        return EMPTY;
    }

    /** Returns a biz, unless nothing is known of it. */
    public Optional<WantedBiz> find(BizName name) {
        return biz.stream().filter(wanted -> wanted.name().equals(name)).findFirst();
    }

    /** Adds a biz at the end; an entry of the same name is replaced where it stands. */
    public WantedState with(WantedBiz wanted) {
        List<WantedBiz> changed = new ArrayList<>(biz);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).name().equals(wanted.name())) {
                changed.set(i, wanted);
                return new WantedState(changed);
            }
        }
        changed.add(wanted);
        return new WantedState(changed);
    }

    /** Leaves out a biz with all that is known of it. */
    public WantedState without(BizName name) {
        return new WantedState(
                biz.stream().filter(wanted -> !wanted.name().equals(name)).toList());
    }
}
