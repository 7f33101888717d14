package dev.berth.control;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionRegistry;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How many closed revisions may linger because something holds them, before a base takes no more.
 *
 * <p>Each costs memory that only a restart gives back. Safe for use by many threads.
 */
final class LeakBudget {

    private final RevisionRegistry registry;
    private final int allowed;

    LeakBudget(RevisionRegistry registry, int allowed) {
        this.registry = registry;
        this.allowed = allowed;
    }

    /**
     * Refuses an install, unless it is forced, while more revisions are held than the budget allows.
     *
     * @throws BerthException with LEAK_BUDGET_EXCEEDED, which names them
     */
    void check(InstallRequest request) {
        List<Revision> held = registry.held();
        if (held.size() <= allowed || request.force()) {
            return;
        }
        String names = held.stream().map(revision -> "'" + revision.id() + "'").collect(Collectors.joining(", "));
        throw new BerthException(
                ErrorCode.LEAK_BUDGET_EXCEEDED,
                "The base holds more than " + allowed + " closed revisions: " + names,
                "See with berth why what holds each, or restart the base to be rid of them; --force installs all the"
                        + " same, and berth.leak.budget allows more.");
    }
}
