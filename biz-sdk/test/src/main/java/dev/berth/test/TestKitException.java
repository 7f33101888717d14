package dev.berth.test;

/** Tells that a base or a biz could not do what a test asked for, with the reason and what to do about it. */
public final class TestKitException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TestKitException(String message) {
        super(message);
    }

    TestKitException(String message, Throwable cause) {
        super(message, cause);
    }
}
