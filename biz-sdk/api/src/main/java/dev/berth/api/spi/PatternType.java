package dev.berth.api.spi;

/**
 * How a consumer's pattern is to be understood.
 *
 * <p>Stability: stable.
 */
public enum PatternType {

    /** The pattern is the id of a provider. */
    ID,

    /** The pattern is a regular expression, in RE2's syntax, that the whole id of a provider matches. */
    REG,

    /** The pattern is a JSON object with parameters, which the rule of a provider matches. */
    RULE
}
