package dev.berth.control;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;

/**
 * An error as it is recorded and told.
 *
 * @param code the stable code
 * @param message what happened
 * @param remedy what the reader can do about it
 */
public record Problem(ErrorCode code, String message, String remedy) {

    /** Records an error. */
    public static Problem of(BerthException error) {
        String message = error.getMessage();
        return new Problem(error.code(), message == null ? error.code().name() : message, error.remedy());
    }
}
