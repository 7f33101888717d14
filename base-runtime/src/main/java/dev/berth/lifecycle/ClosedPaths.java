package dev.berth.lifecycle;

import dev.berth.biz.BizName;
import dev.berth.biz.ContextPath;
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

    private final Map<BizName, ContextPath> paths = new ConcurrentHashMap<>();

    /** Closes the path of a biz, in place of another one that it had. */
    public void close(BizName name, ContextPath path) {
        paths.put(name, path);
    }

    /** Leaves the path of a biz to whoever serves it. Doing it twice is harmless. */
    public void open(BizName name) {
        paths.remove(name);
    }

    /** Returns the biz that has a path which is closed, where the path of a request lies in it. */
    public Optional<BizName> find(Supplier<String> request) {
        if (paths.isEmpty()) {
            return Optional.empty();
        }
        String requestPath = request.get();
        return paths.entrySet().stream()
                .filter(closed -> contains(closed.getValue().value(), requestPath))
                .max((one, other) -> Integer.compare(length(one), length(other)))
                .map(Map.Entry::getKey);
    }

    private static boolean contains(String path, String requestPath) {
        return requestPath.startsWith(path)
                && (requestPath.length() == path.length() || requestPath.charAt(path.length()) == '/');
    }

    private static int length(Map.Entry<BizName, ContextPath> closed) {
        return closed.getValue().value().length();
    }
}
