package dev.berth.lifecycle;

import dev.berth.biz.BizName;
import dev.berth.biz.ContextPath;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The paths of biz that are installed but take no calls: whoever comes is told to come back, not that nothing is there.
 *
 * <p>Safe for use by many threads. Those who close and open hold the lock of the biz.
 */
public final class ClosedPaths {

    private final Map<BizName, Closed> paths = new ConcurrentHashMap<>();

    /** Closes the path of a biz, in place of another one that it had. */
    public void close(BizName name, ContextPath path) {
        paths.put(name, new Closed(name, path, false));
    }

    /** Closes the path of a biz that could not be brought up and does not come back by itself. */
    public void closeAsDown(BizName name, ContextPath path) {
        paths.put(name, new Closed(name, path, true));
    }

    /** Leaves the path of a biz to whoever serves it. Doing it twice is harmless. */
    public void open(BizName name) {
        paths.remove(name);
    }

    /** Returns the path that is closed and in which the path of a request lies. */
    public Optional<Closed> find(Supplier<String> request) {
        if (paths.isEmpty()) {
            return Optional.empty();
        }
        String requestPath = request.get();
        return paths.values().stream()
                .filter(closed -> contains(closed.path().value(), requestPath))
                .max(Comparator.comparingInt(closed -> closed.path().value().length()));
    }

    private static boolean contains(String path, String requestPath) {
        return requestPath.startsWith(path)
                && (requestPath.length() == path.length() || requestPath.charAt(path.length()) == '/');
    }

    /**
     * A path that is closed.
     *
     * @param biz whose path it is
     * @param path where it begins
     * @param down whether the biz failed to come up, rather than that somebody stopped it
     */
    public record Closed(BizName biz, ContextPath path, boolean down) {}
}
