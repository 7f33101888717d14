package dev.berth.biz;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.util.regex.Pattern;

/**
 * The SHA-256 digest of a file, as 64 lower-case hexadecimal digits.
 *
 * @param hex the digits
 */
public record Digest(String hex) {

    private static final Pattern VALID = Pattern.compile("[0-9a-f]{64}");

    public Digest {
        if (!VALID.matcher(hex).matches()) {
            throw new BerthException(
                    ErrorCode.INVALID_REQUEST,
                    "'" + Quoted.text(hex) + "' is not a SHA-256 digest",
                    "Give 64 lower-case hexadecimal digits, as sha256sum prints them.");
        }
    }

    /** Returns the first twelve digits, enough for a person to tell two files apart. */
    public String abbreviated() {
        return hex.substring(0, 12);
    }

    @Override
    public String toString() {
        return hex;
    }
}
