package dev.berth.control;

import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.ClosedPaths;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.store.WantedBiz;
import dev.berth.store.WantedVersion;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows why a biz that shall be in service is not: it failed when the base started, or so did the way back of an operation
 * that had stopped it.
 *
 * <p>Such a biz stays wanted: it is shown with the reason, its path says that it is down, and it can be started. Safe for
 * use by many threads.
 */
final class Downs {

    private final RevisionRegistry registry;
    private final ClosedPaths closedPaths;
    private final Wanted wanted;
    private final UnderLock underLock;
    private final Map<BizName, Down> reasons = new ConcurrentHashMap<>();

    Downs(ControlParts parts, Wanted wanted, UnderLock underLock) {
        this.registry = parts.registry();
        this.closedPaths = parts.closedPaths();
        this.wanted = wanted;
        this.underLock = underLock;
    }

    /** Returns the version of a biz that shall run and does not, without anybody having stopped it. */
    Optional<WantedVersion> version(BizName name) {
        return wanted.find(name)
                .filter(biz -> !biz.isStopped() && registry.active(name).isEmpty())
                .flatMap(biz -> biz.current().or(() -> firstBeside(biz)));
    }

    private Optional<WantedVersion> firstBeside(WantedBiz biz) {
        boolean anyRuns = biz.beside().stream()
                .anyMatch(version -> registry.running(new BizId(biz.name(), version.version()))
                        .isPresent());
        return anyRuns ? Optional.empty() : biz.beside().stream().findFirst();
    }

    /** Returns why a biz is down and what to do about it, unless it is not, or is on its way up for the first time. */
    Optional<Problem> problem(BizName name) {
        Down known = reasons.get(name);
        return known == null
                ? Optional.empty()
                : version(name).filter(known.version()::equals).map(down -> known.problem());
    }

    /** Returns how many biz are down. */
    int count() {
        return (int) reasons.keySet().stream()
                .filter(name -> problem(name).isPresent())
                .count();
    }

    /** Does work on which the service of a biz may depend, and notes how it ends. */
    void watch(RunningOperation operation, Runnable work) {
        try {
            work.run();
        } catch (BerthException failure) {
            failed(operation.snapshot(), Problem.of(failure));
            throw failure;
        } catch (RuntimeException | Error failure) {
            failed(
                    operation.snapshot(),
                    new Problem(
                            ErrorCode.INTERNAL_ERROR,
                            "The base failed to bring it up",
                            "Report this with the log of the base."));
            throw failure;
        }
        operation.snapshot().name().filter(name -> problem(name).isEmpty()).ifPresent(reasons::remove);
    }

    private void failed(Operation operation, Problem problem) {
        operation
                .name()
                .filter(name -> problem.code() != ErrorCode.BASE_STOPPING)
                .ifPresent(name -> noteUnderLock(operation, name, problem));
    }

    private void noteUnderLock(Operation operation, BizName name, Problem problem) {
        try {
            underLock.run(name, () -> version(name).ifPresent(down -> {
                boolean ofThis = operation
                        .version()
                        .filter(down.version().value()::equals)
                        .isPresent();
                // The failure of another version says why a biz is down only where nothing else does
                if (ofThis || problem(name).isEmpty()) {
                    note(name, down, problem);
                }
            }));
        } catch (BerthException stopping) {
            // Nobody asks a base that stops
        }
    }

    /** Notes that there is nothing to start a version from. */
    void jarIsGone(BizName name, WantedVersion version) {
        note(name, version, Problem.of(Wanted.jarIsGone(name, version)));
    }

    private void note(BizName name, WantedVersion down, Problem problem) {
        boolean wasCurrent = wanted.find(name)
                .flatMap(WantedBiz::current)
                .filter(down::equals)
                .isPresent();
        String way = wasCurrent ? "berth start " + name : "berth switch " + name + " " + down.version();
        reasons.put(
                name,
                new Down(
                        down,
                        new Problem(
                                problem.code(),
                                problem.message(),
                                problem.remedy() + " Then bring it up with " + way + ".")));
        down.servedAt().ifPresent(path -> closedPaths.closeAsDown(name, path));
    }

    private record Down(WantedVersion version, Problem problem) {}
}
