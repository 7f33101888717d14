package dev.berth.web.session;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What a session is, whichever revision looks at it: id, times, validity and attributes.
 *
 * <p>Safe for use by many threads. Whoever ends it holds its monitor, so that it ends once.
 */
final class SharedSession {

    private final Map<String, SharedAttribute> attributes = new ConcurrentHashMap<>();
    private final AtomicInteger accesses = new AtomicInteger();
    private volatile String id = "";
    private volatile boolean valid;
    private volatile boolean fresh;
    private volatile boolean expiring;
    private volatile long creationTime;
    private volatile long lastAccessedTime;
    private volatile long thisAccessedTime;
    private volatile int maxInactiveInterval = -1;

    String id() {
        return id;
    }

    void id(String next) {
        id = next;
    }

    boolean valid() {
        return valid;
    }

    void valid(boolean next) {
        valid = next;
    }

    boolean fresh() {
        return fresh;
    }

    void fresh(boolean next) {
        fresh = next;
    }

    boolean expiring() {
        return expiring;
    }

    void expiring(boolean next) {
        expiring = next;
    }

    long creationTime() {
        return creationTime;
    }

    void created(long time) {
        creationTime = time;
        lastAccessedTime = time;
        thisAccessedTime = time;
    }

    long lastAccessedTime() {
        return lastAccessedTime;
    }

    long thisAccessedTime() {
        return thisAccessedTime;
    }

    void accessed(long last, long current) {
        lastAccessedTime = last;
        thisAccessedTime = current;
    }

    /** Returns how many calls use it now; kept only where the configuration asks for that. */
    AtomicInteger accesses() {
        return accesses;
    }

    int maxInactiveInterval() {
        return maxInactiveInterval;
    }

    void maxInactiveInterval(int seconds) {
        maxInactiveInterval = seconds;
    }

    Set<String> names() {
        return attributes.keySet();
    }

    @Nullable
    SharedAttribute attribute(String name) {
        return attributes.get(name);
    }

    @Nullable
    SharedAttribute put(String name, SharedAttribute value) {
        return attributes.put(name, value);
    }

    @Nullable
    SharedAttribute remove(String name) {
        return attributes.remove(name);
    }

    void remove(String name, SharedAttribute value) {
        attributes.remove(name, value);
    }
}
