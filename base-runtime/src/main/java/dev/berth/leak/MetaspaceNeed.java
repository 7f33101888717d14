package dev.berth.leak;

import dev.berth.biz.BizName;
import dev.berth.biz.Digest;
import dev.berth.lifecycle.BizStart;
import dev.berth.lifecycle.HostingRoom;
import dev.berth.lifecycle.LifecycleParticipant;
import dev.berth.lifecycle.Revision;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Remembers how much metaspace each biz took when it came up, and tells when less than that is left.
 *
 * <p>The JVM counts for all, so only a start that no other one overlapped is measured. What a name took last counts, and the most of
 * several starts of the same jar. Safe for use by many threads.
 */
public final class MetaspaceNeed implements LifecycleParticipant, HostingRoom {

    private final Supplier<ClassSpaces> spaces;
    private final Map<Revision, Begin> starting = new ConcurrentHashMap<>();
    private final Map<BizName, Taken> taken = new ConcurrentHashMap<>();
    private long begun;

    /** Makes a memory that knows of no biz yet. */
    public MetaspaceNeed() {
        this(ClassSpaces::now);
    }

    MetaspaceNeed(Supplier<ClassSpaces> spaces) {
        this.spaces = spaces;
    }

    @Override
    public synchronized void prepare(Revision revision, BizStart start) {
        begun++;
        starting.put(revision, new Begin(spaces.get(), starting.isEmpty() ? begun : -1));
    }

    @Override
    public synchronized void admit(Revision revision) {
        Begin begin = starting.remove(revision);
        if (begin != null && begin.number() == begun) {
            ClassSpaces now = spaces.get();
            Taken measured = new Taken(
                    revision.spec().digest(),
                    now.metaspaceUsed() - begin.spaces().metaspaceUsed(),
                    now.classSpaceUsed() - begin.spaces().classSpaceUsed());
            taken.merge(revision.id().name(), measured, Taken::orMore);
        }
    }

    @Override
    public synchronized void release(Revision revision) {
        starting.remove(revision);
    }

    @Override
    public Optional<Shortage> shortage(BizName name) {
        Taken before = taken.get(name);
        if (before == null) {
            return Optional.empty();
        }
        ClassSpaces now = spaces.get();
        if (now.metaspaceLeft() < before.metaspace()) {
            return Optional.of(new Shortage("metaspace", before.metaspace(), now.metaspaceLeft()));
        }
        return now.classSpaceLeft() < before.classSpace()
                ? Optional.of(new Shortage("compressed class space", before.classSpace(), now.classSpaceLeft()))
                : Optional.empty();
    }

    /** What was in use when a start began, and the number of it, or -1 when another one ran then. */
    private record Begin(ClassSpaces spaces, long number) {}

    private record Taken(Digest digest, long metaspace, long classSpace) {

        private Taken orMore(Taken next) {
            return digest.equals(next.digest)
                    ? new Taken(digest, Math.max(metaspace, next.metaspace), Math.max(classSpace, next.classSpace))
                    : next;
        }
    }
}
