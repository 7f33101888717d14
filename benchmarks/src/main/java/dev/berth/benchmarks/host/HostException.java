package dev.berth.benchmarks.host;

/** A host that did not do what it was asked to; the message says what it answered instead. */
public final class HostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HostException(String message) {
        super(message);
    }

    HostException(String message, Throwable cause) {
        super(message, cause);
    }
}
