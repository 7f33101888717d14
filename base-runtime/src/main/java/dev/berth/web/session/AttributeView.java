package dev.berth.web.session;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a session as one revision sees them, in the form in which Tomcat's session wants them.
 *
 * <p>A change is one change for all revisions; of two at once to one attribute the later one stays. What can't be carried
 * to this revision is not there.
 */
final class AttributeView extends AbstractMap<String, Object> implements ConcurrentMap<String, Object> {

    private final SessionView view;
    private final SharedSession shared;

    AttributeView(SessionView view) {
        this.view = view;
        this.shared = view.shared();
    }

    @Override
    public @Nullable Object get(Object key) {
        return value(shared.attribute((String) key));
    }

    @Override
    public boolean containsKey(Object key) {
        return get(key) != null;
    }

    @Override
    public @Nullable Object put(String key, Object value) {
        RevisionSessions owner = view.owner();
        SharedAttribute next = new SharedAttribute(key, value, owner);
        SharedAttribute before = shared.put(key, next);
        if (owner.closed() && !next.leave(owner, shared, owner.drops())) {
            // A thread that outlives its revision must not pin it by what it still sets
            shared.remove(key, next);
        }
        return value(before);
    }

    @Override
    public @Nullable Object remove(Object key) {
        return value(shared.remove((String) key));
    }

    private @Nullable Object value(@Nullable SharedAttribute attribute) {
        return attribute == null ? null : attribute.read(view).orElse(null);
    }

    @Override
    public Set<String> keySet() {
        return shared.names().stream().filter(this::containsKey).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        Map<String, Object> seen = new LinkedHashMap<>();
        for (String name : shared.names()) {
            Object value = get(name);
            if (value != null) {
                seen.put(name, value);
            }
        }
        return Map.copyOf(seen).entrySet();
    }

    @Override
    public void clear() {
        shared.names().clear();
    }

    @Override
    public @Nullable Object putIfAbsent(String key, Object value) {
        synchronized (shared) {
            Object known = get(key);
            return known == null ? put(key, value) : known;
        }
    }

    @Override
    public boolean remove(Object key, Object value) {
        synchronized (shared) {
            return value.equals(get(key)) && remove(key) != null;
        }
    }

    @Override
    public boolean replace(String key, Object oldValue, Object newValue) {
        synchronized (shared) {
            boolean same = oldValue.equals(get(key));
            if (same) {
                put(key, newValue);
            }
            return same;
        }
    }

    @Override
    public @Nullable Object replace(String key, Object value) {
        synchronized (shared) {
            return containsKey(key) ? put(key, value) : null;
        }
    }
}
