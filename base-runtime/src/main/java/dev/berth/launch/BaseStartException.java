package dev.berth.launch;

/**
 * Says outside why the inside of Berth could not start: the inside's own exception can't be linked against here.
 *
 * <p>Spring Boot's report of a failed start shows message and remedy instead of a stack trace.
 */
public final class BaseStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * Makes an error.
     *
     * @param message what happened, with the stable code
     * @param remedy what the operator can do about it
     * @param cause what led here
     */
    public BaseStartException(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
