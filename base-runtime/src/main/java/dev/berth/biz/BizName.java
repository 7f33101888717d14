package dev.berth.biz;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.util.regex.Pattern;

/**
 * The name of a biz: 1 to 64 letters, digits, dots, dashes or underscores, of which the first is a letter or a digit.
 *
 * <p>A name is used as part of file names and URL paths, so {@code ..} is refused too. Names that differ in case are
 * different names.
 *
 * @param value the name as text
 */
public record BizName(String value) implements Comparable<BizName> {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public BizName {
        if (!VALID.matcher(value).matches() || value.contains("..")) {
            throw new BerthException(
                    ErrorCode.INVALID_NAME,
                    "'" + Quoted.text(value) + "' is not a name for a biz",
                    "Use 1 to 64 letters, digits, dots, dashes or underscores, starting with a letter or a digit.");
        }
    }

    @Override
    public int compareTo(BizName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
