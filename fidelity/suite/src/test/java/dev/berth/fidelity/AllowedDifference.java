package dev.berth.fidelity;

import java.util.regex.Pattern;

/**
 * A difference between an application by itself and the same as a biz that is meant.
 *
 * @param fact which facts may differ
 * @param standalone what the fact is stand-alone
 * @param asBiz what it is as a biz
 * @param reason why; stands in docs/compatibility.md
 */
public record AllowedDifference(Pattern fact, Pattern standalone, Pattern asBiz, String reason) {

    /** Makes one of three regular expressions, each of which must match as a whole. */
    public static AllowedDifference of(String fact, String standalone, String asBiz, String reason) {
        return new AllowedDifference(
                Pattern.compile(fact),
                Pattern.compile(standalone, Pattern.DOTALL),
                Pattern.compile(asBiz, Pattern.DOTALL),
                reason);
    }

    boolean allows(Difference difference) {
        return fact.matcher(difference.fact()).matches()
                && standalone.matcher(difference.standalone()).matches()
                && asBiz.matcher(difference.asBiz()).matches();
    }
}
