package dev.berth.broker;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.berth.api.spi.PatternType;
import dev.berth.api.spi.ProviderInfo;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.util.Map;

/**
 * Says which providers a consumer's pattern fits.
 *
 * <p>Immutable and safe for use by many threads.
 */
public sealed interface Selector {

    /** Tells whether a provider is one that is asked for; the default of an SPI is asked for by its id alone. */
    boolean fits(ProviderInfo provider);

    /** Tells whether a provider will do when no other fits and there is no default either. */
    default boolean fitsAtLast(ProviderInfo provider) {
        return false;
    }

    /** Tells whether the default of the SPI serves when nothing fits. */
    default boolean takesDefault() {
        return false;
    }

    /** Returns the type of the pattern. */
    PatternType type();

    /** Returns the pattern as it was written; empty for none. */
    String pattern();

    /** Returns the parameters that rules are compared with. */
    default Parameters parameters() {
        return Parameters.none();
    }

    /**
     * Reads a pattern; an empty one of the type ID fits every provider without a rule, and at last those with one.
     *
     * @throws BerthException with SPI_PATTERN_INVALID when the pattern is none of its type
     */
    static Selector parse(PatternType type, String pattern) {
        return switch (type) {
            case ID -> pattern.isEmpty() ? new Sole() : new ById(pattern);
            case REG -> new ByExpression(compile(pattern));
            case RULE -> new ByRule(pattern, Parameters.parse(pattern));
        };
    }

    /**
     * Asks by parameters from code.
     *
     * @throws IllegalArgumentException when a value can't be compared with a rule
     */
    static Selector of(Map<String, ?> parameters) {
        return new ByRule("", Parameters.of(parameters));
    }

    private static Pattern compile(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException broken) {
            throw new BerthException(
                    ErrorCode.SPI_PATTERN_INVALID,
                    "'" + expression + "' is not a regular expression: " + broken.getMessage(),
                    "Write it in RE2's syntax, which has no look-around and no back references.");
        }
    }

    /** The only provider without a rule, or else the default; without these the only one. */
    record Sole() implements Selector {

        /** Who has a rule serves those whom it describes, and not everybody. */
        @Override
        public boolean fits(ProviderInfo provider) {
            return !provider.fallback() && provider.rule().isEmpty();
        }

        @Override
        public boolean fitsAtLast(ProviderInfo provider) {
            return true;
        }

        @Override
        public boolean takesDefault() {
            return true;
        }

        @Override
        public PatternType type() {
            return PatternType.ID;
        }

        @Override
        public String pattern() {
            return "";
        }
    }

    /** The provider of that id. */
    record ById(String pattern) implements Selector {

        @Override
        public boolean fits(ProviderInfo provider) {
            return provider.id().equals(pattern);
        }

        @Override
        public PatternType type() {
            return PatternType.ID;
        }
    }

    /** The provider whose whole id an expression matches, in a time that grows with the id alone. */
    record ByExpression(Pattern expression) implements Selector {

        @Override
        public boolean fits(ProviderInfo provider) {
            return !provider.fallback() && expression.matches(provider.id());
        }

        @Override
        public PatternType type() {
            return PatternType.REG;
        }

        @Override
        public String pattern() {
            return expression.pattern();
        }
    }

    /** The provider whose rule the parameters fulfil, or else the default. */
    record ByRule(String pattern, Parameters parameters) implements Selector {

        @Override
        public boolean fits(ProviderInfo provider) {
            return !provider.rule().isEmpty() && parameters.fulfil(provider.rule());
        }

        @Override
        public boolean takesDefault() {
            return true;
        }

        @Override
        public PatternType type() {
            return PatternType.RULE;
        }
    }
}
