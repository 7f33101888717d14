package dev.berth.error;

/** How an error is told to the two kinds of callers: an HTTP status and an exit code of the command line. */
public enum Outcome {
    USAGE(400, 2),
    UNAUTHENTICATED(401, 3),
    NOT_ALLOWED(403, 3),
    NOT_FOUND(404, 4),
    WRONG_METHOD(405, 2),
    CONFLICT(409, 5),
    TOO_LARGE(413, 2),
    UNSUPPORTED(415, 2),
    BIZ_FAILED(422, 6),
    TIMEOUT(504, 7),
    VERIFICATION_FAILED(422, 8),
    UNAVAILABLE(503, 9),
    STORAGE(507, 70),
    INTERNAL(500, 70);

    private final int httpStatus;
    private final int exitCode;

    Outcome(int httpStatus, int exitCode) {
        this.httpStatus = httpStatus;
        this.exitCode = exitCode;
    }

    /** Returns the status of an HTTP answer. */
    public int httpStatus() {
        return httpStatus;
    }

    /** Returns the exit code of a command, as docs/errors.md lists them. */
    public int exitCode() {
        return exitCode;
    }
}
