package dev.berth.biz;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.util.regex.Pattern;

/**
 * The version of a biz: 1 to 128 letters, digits, dots, dashes, underscores or plus signs, of which the first is a
 * letter or a digit.
 *
 * @param value the version as text; it is compared for equality only
 */
public record BizVersion(String value) {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,127}");

    public BizVersion {
        if (!VALID.matcher(value).matches() || value.contains("..")) {
            throw new BerthException(
                    ErrorCode.INVALID_VERSION,
                    "'" + Quoted.text(value) + "' is not a version for a biz",
                    "Use 1 to 128 letters, digits, dots, dashes, underscores or plus signs, starting with a letter or a"
                            + " digit.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
