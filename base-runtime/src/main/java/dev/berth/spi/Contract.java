package dev.berth.spi;

import dev.berth.api.BizScope;
import dev.berth.api.spi.Spi;
import dev.berth.api.spi.SpiInfo;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An interface of the base or of a plugin that modules implement for each other.
 *
 * @param type the interface
 * @param info its name, version and code
 * @param signature the types that both sides must share
 */
record Contract(Class<?> type, SpiInfo info, Signature signature) {

    /** A code and a version are parts of addresses. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]*");

    /**
     * Looks at an interface.
     *
     * @throws BerthException with SPI_INVALID when it can't be an SPI
     */
    static Contract of(Class<?> type) {
        Spi spi = type.getAnnotation(Spi.class);
        if (spi == null) {
            throw invalid(type, "has no @Spi", "Put @Spi on the interface.");
        }
        if (!type.isInterface() || type.isAnnotation()) {
            throw invalid(type, "is not an interface", "Declare the SPI as an interface.");
        }
        if (type.getClassLoader() instanceof BizScope biz) {
            throw invalid(
                    type,
                    "is defined by biz '" + biz.bizIdentity().name() + "' itself",
                    "Let the base or a plugin bring the interface, and export its package to the biz.");
        }
        if (!Modifier.isPublic(type.getModifiers())) {
            throw invalid(
                    type, "is not public, so that nothing outside its package can implement it", "Make it public.");
        }
        if (type.isSealed()) {
            throw invalid(type, "is sealed, so that no biz can implement it", "Remove 'sealed'.");
        }
        SpiInfo info =
                new SpiInfo(type.getName(), word(type, "version", spi.version()), word(type, "code", spi.code()));
        return new Contract(type, info, Signature.of(type));
    }

    private static String word(Class<?> type, String what, String value) {
        if (!WORD.matcher(value).matches()) {
            throw invalid(
                    type,
                    "has the " + what + " '" + value + "', which can't be a part of an address",
                    "Use letters, digits, dots, dashes and underscores.");
        }
        return value;
    }

    /**
     * Makes sure that a biz speaks of the same types as the interface does.
     *
     * @param loader the loader of the biz
     * @throws BerthException with SPI_TYPES_NOT_SHARED and their names
     */
    void checkSharedWith(ClassLoader loader) {
        List<String> apart = signature.notSharedWith(loader);
        if (!apart.isEmpty()) {
            throw new BerthException(
                    ErrorCode.SPI_TYPES_NOT_SHARED,
                    "The SPI '" + info.code() + "' (" + info.className()
                            + ") speaks of types that the biz does not share with it: " + String.join(", ", apart),
                    "Leave them out of the jar of the biz, and let the base or the plugin that has the SPI export their"
                            + " packages.");
        }
    }

    static BerthException invalid(Class<?> type, String reason, String remedy) {
        return new BerthException(
                ErrorCode.SPI_INVALID, "'" + type.getName() + "' can't be an SPI: it " + reason, remedy);
    }
}
