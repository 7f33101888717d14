package dev.berth.web.session;

import java.io.InvalidClassException;
import java.io.NotSerializableException;

/** A value could not be carried to another revision; the message says why, without anything of the value itself. */
final class NotCarried extends Exception {

    private static final long serialVersionUID = 1L;

    private NotCarried(String message, Throwable cause) {
        super(message, cause);
    }

    static NotCarried because(Throwable cause) {
        // These messages are names of classes; those of the biz's own exceptions could hold anything
        boolean names = cause instanceof NotSerializableException
                || cause instanceof InvalidClassException
                || cause instanceof ClassNotFoundException;
        String type = cause.getClass().getSimpleName();
        return new NotCarried(names ? type + ": " + cause.getMessage() : type, cause);
    }
}
