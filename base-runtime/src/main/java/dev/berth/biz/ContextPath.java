package dev.berth.biz;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.util.regex.Pattern;

/**
 * The path under which a biz is served: one or more segments, each with a leading slash, without one at the end.
 *
 * <p>The root path is the base's own and refused.
 *
 * @param value the path, such as {@code /catalog} or {@code /shop/catalog}
 */
public record ContextPath(String value) {

    private static final Pattern VALID = Pattern.compile("(/[A-Za-z0-9_~.-]+)+");

    public ContextPath {
        if (!VALID.matcher(value).matches() || value.contains("/..") || value.contains("/./") || value.endsWith("/.")) {
            throw new BerthException(
                    ErrorCode.INVALID_CONTEXT_PATH,
                    "'" + Quoted.text(value) + "' is not a context path for a biz",
                    "Use a path such as /catalog: segments of letters, digits, dots, dashes, underscores or tildes. The"
                            + " root belongs to the base.");
        }
    }

    /** Returns the path that a biz has unless it says otherwise. */
    public static ContextPath of(BizName name) {
        return new ContextPath("/" + name.value());
    }

    /** Reads a path as people write it: a missing leading slash is added, one at the end is dropped. */
    public static ContextPath parse(String text) {
        String path = text.strip();
        if (!path.startsWith("/")) {
            path = "/" + path;
        }
        if (path.length() > 1 && path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return new ContextPath(path);
    }

    @Override
    public String toString() {
        return value;
    }
}
