package dev.berth.web.session;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One value of an attribute, from the moment it is set until another one takes its place.
 *
 * <p>The live object is at home in one revision: the one that set it, or the active one that has read it since. Any other
 * reader gets a copy made with its own classes. A reader that is active takes the value over, because from then on it may
 * change the object without setting it again; the home before it has a copy like anybody else, if it asks.
 *
 * <p>Its monitor is held while a copy is made, so that a value is carried to a revision once.
 */
final class SharedAttribute {

    private final String name;
    private final Map<RevisionSessions, Optional<Object>> copies = new IdentityHashMap<>();
    private final @Nullable Object constant;
    private volatile @Nullable Live live;
    private byte @Nullable [] bytes;

    /** Makes a value that is at home in a revision. */
    SharedAttribute(String name, Object value, RevisionSessions home) {
        this.name = name;
        boolean immutable = Immutables.contains(value);
        this.constant = immutable ? value : null;
        this.live = immutable ? null : new Live(value, home);
    }

    /** Returns the value as a revision may see it, or nothing where it can't be carried there. */
    Optional<Object> read(SessionView reader) {
        if (constant != null) {
            return Optional.of(constant);
        }
        Live current = live;
        if (current != null && current.home() == reader.owner()) {
            return Optional.of(current.value());
        }
        synchronized (this) {
            return reader.owner().closed() ? Optional.empty() : carriedTo(reader);
        }
    }

    private Optional<Object> carriedTo(SessionView reader) {
        RevisionSessions owner = reader.owner();
        Live current = live;
        if (current != null && current.home() == owner) {
            return Optional.of(current.value());
        }
        Optional<Object> known = copies.get(owner);
        boolean takesOver = owner.active();
        if (known != null && (!takesOver || known.isEmpty())) {
            return known;
        }
        Optional<Object> copy = copyFor(reader, current, takesOver);
        if (copy.isPresent() && takesOver) {
            copies.clear();
            bytes = null;
            live = new Live(copy.get(), owner);
        } else {
            copies.put(owner, copy);
        }
        return copy;
    }

    private Optional<Object> copyFor(SessionView reader, @Nullable Live current, boolean takesOver) {
        try {
            byte[] written = current == null ? bytes : write(reader.shared(), current);
            if (written == null) {
                return Optional.empty();
            }
            Object copy = ObjectCopy.read(written, reader.owner().classLoader());
            reader.activated(copy);
            if (current != null && !takesOver) {
                current.home().view(reader.shared()).activated(current.value());
            }
            reader.owner().drops().carried();
            return Optional.of(copy);
        } catch (NotCarried dropped) {
            reader.owner().drops().dropped(name, dropped);
            return Optional.empty();
        }
    }

    private static byte[] write(SharedSession session, Live current) throws NotCarried {
        current.home().view(session).passivated(current.value());
        return ObjectCopy.write(current.value(), current.home().classLoader());
    }

    /**
     * Lets nothing of a revision remain in here: what is at home there becomes bytes.
     *
     * @param drops where a value that is lost by this is told
     * @return whether a value remains
     */
    synchronized boolean leave(RevisionSessions leaving, SharedSession session, Drops drops) {
        copies.remove(leaving);
        Live current = live;
        if (current == null || current.home() != leaving) {
            return true;
        }
        try {
            bytes = write(session, current);
            return true;
        } catch (NotCarried dropped) {
            drops.dropped(name, dropped);
            return false;
        } finally {
            live = null;
        }
    }

    /** A value and the revision whose classes it is made of. */
    private record Live(Object value, RevisionSessions home) {}
}
