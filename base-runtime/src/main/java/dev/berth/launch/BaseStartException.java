package dev.berth.launch;

/**
 * Says why an application could not become a base, to whoever reads its log.
 *
 * <p>Errors of the inside are classes that the application's loader does not know; this one carries their words out.
 */
public final class BaseStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * Makes the error.
     *
     * @param code the stable code, as docs/errors.md lists it
     * @param message what happened
     * @param remedy what the reader can do about it
     * @param cause what led here
     */
    public BaseStartException(String code, String message, String remedy, Throwable cause) {
        super(told(code, message), cause);
        this.remedy = remedy;
    }

    BaseStartException(String code, String message, String remedy) {
        super(told(code, message));
        this.remedy = remedy;
    }

    private static String told(String code, String message) {
        return message + " (" + code + ")";
    }

    /** Returns what the reader can do about it. */
    String remedy() {
        return remedy;
    }
}
