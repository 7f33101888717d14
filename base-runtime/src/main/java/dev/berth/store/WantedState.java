package dev.berth.store;

import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a base shall have installed; the values are immutable, each change makes a new one.
 *
 * @param biz one entry a biz and version, in the order in which they were installed
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

    /** Adds a biz at the end; an entry of the same name and version is replaced where it stands. */
    public WantedState with(WantedBiz wanted) {
        List<WantedBiz> changed = new ArrayList<>(biz);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).id().equals(wanted.id())) {
                changed.set(i, wanted);
                return new WantedState(changed);
            }
        }
        changed.add(wanted);
        return new WantedState(changed);
    }

    /** Leaves out every version of a biz. */
    public WantedState without(BizName name) {
        return without(wanted -> wanted.name().equals(name));
    }

    /** Leaves out one version of a biz. */
    public WantedState without(BizId id) {
        return without(wanted -> wanted.id().equals(id));
    }

    private WantedState without(Predicate<WantedBiz> left) {
        return new WantedState(biz.stream().filter(left.negate()).toList());
    }
}
