package dev.berth.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one exception of Berth: a code, a message that is a fact, and the remedy beside it.
 *
 * <p>The message starts with a capital letter, quotes the offending value and has no full stop; the remedy is a
 * sentence that tells the reader what to do. Neither holds a secret or a path of the host.
 */
public final class BerthException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String remedy;

    /**
     * Makes an error without a cause.
     *
     * @param code the stable code
     * @param message what happened
     * @param remedy what the reader can do about it
     */
    public BerthException(ErrorCode code, String message, String remedy) {
        this(code, message, remedy, null);
    }

    /**
     * Makes an error with its cause.
     *
     * @param code the stable code
     * @param message what happened
     * @param remedy what the reader can do about it
     * @param cause what led here, or {@code null}
     */
    public BerthException(ErrorCode code, String message, String remedy, @Nullable Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause);
        this.code = Objects.requireNonNull(code, "code");
        this.remedy = Objects.requireNonNull(remedy, "remedy");
    }

    /** Returns the stable code. */
    public ErrorCode code() {
        return code;
    }

    /** Returns what the reader can do about it. */
    public String remedy() {
        return remedy;
    }

    /** Returns the same error without what led to it, which can hold classes of a biz; for those who keep it. */
    public BerthException withoutCause() {
        return new BerthException(code, String.valueOf(getMessage()), remedy);
    }
}
