package dev.berth.control;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.util.regex.Pattern;

/**
 * Names one operation of a base.
 *
 * @param value 8 to 64 lower-case letters, digits and dashes
 */
public record OperationId(String value) {

    private static final Pattern VALID = Pattern.compile("[a-z0-9-]{8,64}");

    public OperationId {
        if (!VALID.matcher(value).matches()) {
            throw new BerthException(
                    ErrorCode.OPERATION_NOT_FOUND,
                    "There is no operation of that name",
                    "List the operations with GET /v1/operations.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
