package dev.berth.error;

/**
 * The stable codes of everything that can go wrong.
 *
 * <p>A code never changes its meaning; its category and outcome give the HTTP status and the exit code.
 */
public enum ErrorCode {
    INVALID_REQUEST(Category.USER, Outcome.USAGE),
    INVALID_NAME(Category.USER, Outcome.USAGE),
    INVALID_VERSION(Category.USER, Outcome.USAGE),
    INVALID_CONTEXT_PATH(Category.USER, Outcome.USAGE),
    INVALID_SETTINGS(Category.USER, Outcome.USAGE),
    UNSUPPORTED_MEDIA_TYPE(Category.USER, Outcome.UNSUPPORTED),
    URL_FETCH_DISABLED(Category.USER, Outcome.NOT_ALLOWED),
    UNAUTHENTICATED(Category.USER, Outcome.UNAUTHENTICATED),
    NOT_ALLOWED(Category.USER, Outcome.NOT_ALLOWED),
    NO_SUCH_PATH(Category.USER, Outcome.NOT_FOUND),
    METHOD_NOT_ALLOWED(Category.USER, Outcome.WRONG_METHOD),
    BIZ_NOT_FOUND(Category.USER, Outcome.NOT_FOUND),
    OPERATION_NOT_FOUND(Category.USER, Outcome.NOT_FOUND),
    VERSION_CONFLICT(Category.USER, Outcome.CONFLICT),
    BIZ_ALREADY_INSTALLED(Category.USER, Outcome.CONFLICT),
    OPERATION_IN_PROGRESS(Category.USER, Outcome.CONFLICT),
    CONTEXT_PATH_IN_USE(Category.USER, Outcome.CONFLICT),
    IDEMPOTENCY_KEY_REUSED(Category.USER, Outcome.CONFLICT),

    NOT_A_JAR(Category.USER, Outcome.USAGE),
    UNSAFE_ARCHIVE(Category.USER, Outcome.USAGE),
    ARTIFACT_TOO_LARGE(Category.USER, Outcome.TOO_LARGE),
    DIGEST_MISMATCH(Category.USER, Outcome.VERIFICATION_FAILED),
    UPLOAD_INCOMPLETE(Category.EXTERNAL, Outcome.USAGE),
    NO_MAIN_CLASS(Category.BIZ, Outcome.BIZ_FAILED),
    IDENTITY_UNKNOWN(Category.USER, Outcome.USAGE),
    UNSUPPORTED_BIZ(Category.BIZ, Outcome.BIZ_FAILED),
    LINKAGE_REFUSED(Category.BIZ, Outcome.BIZ_FAILED),

    BIZ_START_FAILED(Category.BIZ, Outcome.BIZ_FAILED),
    BIZ_START_TIMEOUT(Category.BIZ, Outcome.TIMEOUT),
    BIZ_STOP_FAILED(Category.BIZ, Outcome.BIZ_FAILED),

    BASE_STOPPING(Category.BASE, Outcome.UNAVAILABLE),
    BASE_UNSUPPORTED(Category.BASE, Outcome.INTERNAL),
    BASE_START_FAILED(Category.BASE, Outcome.INTERNAL),
    HOME_IN_USE(Category.BASE, Outcome.CONFLICT),
    STORAGE_FAILED(Category.EXTERNAL, Outcome.STORAGE),
    INTERNAL_ERROR(Category.BASE, Outcome.INTERNAL);

    private final Category category;
    private final Outcome outcome;

    ErrorCode(Category category, Outcome outcome) {
        this.category = category;
        this.outcome = outcome;
    }

    /** Returns whose matter the error is. */
    public Category category() {
        return category;
    }

    /** Returns how the error is told over HTTP and by the command line. */
    public Outcome outcome() {
        return outcome;
    }
}
