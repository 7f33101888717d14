package dev.berth.store;

import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A biz that a base shall have, and the way it came there; the values are immutable, each change makes a new one.
 *
 * <p>A version is in one of the places only. It is installed while it has a current version or one beside.
 *
 * @param name the name of the biz
 * @param mode whether the current version shall receive calls
 * @param current the version that receives calls, or did before the stop
 * @param beside versions that shall run without receiving calls until a switch, oldest first
 * @param earlier versions that were current before, the last one on top; a rollback goes there
 * @param left versions that were rolled back, the last one on top; only a switch goes there
 */
public record WantedBiz(
        BizName name,
        Mode mode,
        Optional<WantedVersion> current,
        List<WantedVersion> beside,
        List<WantedVersion> earlier,
        List<WantedVersion> left) {

    /** How many versions of each kind are remembered. */
    static final int REMEMBERED = 10;

    public WantedBiz {
        Objects.requireNonNull(name, "name");
        mode = Objects.requireNonNullElse(mode, Mode.ACTIVE);
        beside = copy(beside);
        earlier = copy(earlier);
        left = copy(left);
    }

    /** Whether the current version of a biz receives calls. */
    public enum Mode {
        /** It receives calls. */
        ACTIVE,
        /** There is none; others run beside. */
        BESIDE,
        /** It does not run. */
        STOPPED;

        static Mode parse(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns a biz without any version. */
    public static WantedBiz none(BizName name) {
        return new WantedBiz(name, Mode.BESIDE, Optional.empty(), List.of(), List.of(), List.of());
    }

    /** Makes a version the current one; the one that was can be rolled back to. */
    public WantedBiz activated(WantedVersion next) {
        WantedBiz rest = without(next.version());
        List<WantedVersion> before = new ArrayList<>(rest.earlier);
        rest.current.ifPresent(before::add);
        return new WantedBiz(name, Mode.ACTIVE, Optional.of(next), rest.beside, newest(before), rest.left);
    }

    /** Makes an earlier version the current one; the one that was is not one to roll back to. */
    public WantedBiz rolledBackTo(WantedVersion earlierOne) {
        WantedBiz rest = without(earlierOne.version());
        List<WantedVersion> undone = new ArrayList<>(rest.left);
        rest.current.ifPresent(undone::add);
        return new WantedBiz(name, Mode.ACTIVE, Optional.of(earlierOne), rest.beside, rest.earlier, newest(undone));
    }

    /** Adds a version that runs beside the current one. */
    public WantedBiz besides(WantedVersion other) {
        WantedBiz rest = without(other.version());
        List<WantedVersion> more = new ArrayList<>(rest.beside);
        more.add(other);
        return new WantedBiz(name, rest.mode, rest.current, more, rest.earlier, rest.left);
    }

    /** Lets the current version receive no calls. */
    public WantedBiz stopped() {
        return current.isEmpty() ? this : new WantedBiz(name, Mode.STOPPED, current, beside, earlier, left);
    }

    /** Forgets a version, wherever it is. */
    public WantedBiz without(BizVersion version) {
        Optional<WantedVersion> rest = current.filter(each -> !each.is(version));
        return new WantedBiz(
                name,
                rest.isEmpty() ? Mode.BESIDE : mode,
                rest,
                without(beside, version),
                without(earlier, version),
                without(left, version));
    }

    /** Tells whether there is anything that shall run or was stopped. */
    public boolean installed() {
        return current.isPresent() || !beside.isEmpty();
    }

    /** Tells whether the current version was stopped. */
    public boolean isStopped() {
        return mode == Mode.STOPPED;
    }

    /** Tells whether a version shall run now, receiving calls or beside. */
    public boolean runs(BizVersion version) {
        return (!isStopped() && current.filter(each -> each.is(version)).isPresent()) || isBeside(version);
    }

    /** Tells whether a version runs beside the current one. */
    public boolean isBeside(BizVersion version) {
        return beside.stream().anyMatch(each -> each.is(version));
    }

    /** Finds a version, wherever it is. */
    public Optional<WantedVersion> version(BizVersion version) {
        return versions().filter(each -> each.is(version)).findFirst();
    }

    /** Returns every version that is known, the current one first. */
    public Stream<WantedVersion> versions() {
        return Stream.of(current.stream(), beside.stream(), earlier.stream(), left.stream())
                .flatMap(versions -> versions);
    }

    /** Returns the version that a rollback goes to. */
    public Optional<WantedVersion> rollbackTarget() {
        return earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.get(earlier.size() - 1));
    }

    private static List<WantedVersion> without(List<WantedVersion> versions, BizVersion version) {
        return versions.stream().filter(each -> !each.is(version)).toList();
    }

    private static List<WantedVersion> newest(List<WantedVersion> versions) {
        return versions.subList(Math.max(0, versions.size() - REMEMBERED), versions.size());
    }

    private static List<WantedVersion> copy(List<WantedVersion> versions) {
        return List.copyOf(Objects.requireNonNullElse(versions, List.of()));
    }
}
