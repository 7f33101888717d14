package dev.berth.error;

import java.util.Locale;

/**
 * The stable codes of everything that can go wrong.
 *
 * <p>A code never changes its meaning; its category and outcome give the HTTP status and the exit code.
 */
public enum ErrorCode {
    INVALID_REQUEST(Category.USER, Outcome.USAGE, "A parameter or a body is not what the route takes"),
    INVALID_NAME(
            Category.USER,
            Outcome.USAGE,
            "The name of a biz has other characters than letters, digits, dots, dashes and underscores"),
    INVALID_VERSION(Category.USER, Outcome.USAGE, "The version of a biz has characters that a version can not have"),
    INVALID_CONTEXT_PATH(Category.USER, Outcome.USAGE, "The context path is not one that a biz can have"),
    INVALID_SETTINGS(
            Category.USER, Outcome.USAGE, "A setting of the base does not exist or has a value that does not fit"),
    UNSUPPORTED_MEDIA_TYPE(
            Category.USER, Outcome.UNSUPPORTED, "The body has another content type than the route takes"),
    URL_FETCH_DISABLED(
            Category.USER, Outcome.NOT_ALLOWED, "The base fetches nothing from addresses; the jar has to be sent"),
    UNAUTHENTICATED(Category.USER, Outcome.UNAUTHENTICATED, "The token of the admin API is missing or wrong"),
    NOT_ALLOWED(Category.USER, Outcome.NOT_ALLOWED, "The token does not give the right to do this"),
    NO_SUCH_PATH(Category.USER, Outcome.NOT_FOUND, "The admin API has no such path"),
    METHOD_NOT_ALLOWED(Category.USER, Outcome.WRONG_METHOD, "The path exists, but not for this method"),
    BIZ_NOT_FOUND(Category.USER, Outcome.NOT_FOUND, "No biz of that name and version is installed"),
    OPERATION_NOT_FOUND(Category.USER, Outcome.NOT_FOUND, "The base does not remember such an operation"),
    VERSION_NOT_KNOWN(
            Category.USER,
            Outcome.NOT_FOUND,
            "The biz has no such version, neither running nor among the earlier ones"),
    NO_EARLIER_VERSION(Category.USER, Outcome.CONFLICT, "The biz has no version to roll back to"),
    VERSION_CONFLICT(Category.USER, Outcome.CONFLICT, "The same name and version is installed from another jar"),
    BIZ_ALREADY_INSTALLED(Category.USER, Outcome.CONFLICT, "The version is installed under another path"),
    CONTEXT_PATH_IN_USE(Category.USER, Outcome.CONFLICT, "Another biz is served under that path"),
    LEAK_BUDGET_EXCEEDED(
            Category.BASE, Outcome.CONFLICT, "The base holds more closed revisions than its budget allows"),
    METASPACE_SHORT(Category.BASE, Outcome.CONFLICT, "The base has less metaspace left than the biz has taken before"),
    HEAP_DUMP_RUNNING(Category.BASE, Outcome.CONFLICT, "Another heap dump is being taken"),
    IDEMPOTENCY_KEY_REUSED(Category.USER, Outcome.CONFLICT, "The key was used for another request"),

    NOT_A_JAR(Category.USER, Outcome.USAGE, "The file is not a jar, or only a part of one"),
    UNSAFE_ARCHIVE(
            Category.USER,
            Outcome.USAGE,
            "The jar would write outside its folder, or unpack to more than the limits allow"),
    ARTIFACT_TOO_LARGE(Category.USER, Outcome.TOO_LARGE, "The jar is larger than the limit"),
    DIGEST_MISMATCH(Category.USER, Outcome.VERIFICATION_FAILED, "The jar has another digest than was announced"),
    UPLOAD_INCOMPLETE(Category.EXTERNAL, Outcome.USAGE, "The upload ended before the announced length"),
    NO_MAIN_CLASS(Category.BIZ, Outcome.BIZ_FAILED, "The jar names no class with a main method"),
    IDENTITY_UNKNOWN(
            Category.USER,
            Outcome.USAGE,
            "Neither options, manifest, Maven data nor the file name tell name and version"),
    UNSUPPORTED_BIZ(Category.BIZ, Outcome.BIZ_FAILED, "The base can not host this kind of application"),
    LINKAGE_REFUSED(
            Category.BIZ,
            Outcome.BIZ_FAILED,
            "A library that must be shared with the base has a version that can not be"),

    BIZ_START_FAILED(Category.BIZ, Outcome.BIZ_FAILED, "The main of the biz failed"),
    BIZ_START_TIMEOUT(Category.BIZ, Outcome.TIMEOUT, "The biz had not started at the deadline"),
    OUT_OF_METASPACE(
            Category.BIZ, Outcome.BIZ_FAILED, "The classes of the biz do not fit into the metaspace of the base"),
    BIZ_NOT_READY(
            Category.BIZ, Outcome.BIZ_FAILED, "The biz has started but does not do what it must to receive calls"),
    SPI_PATTERN_INVALID(
            Category.BIZ, Outcome.BIZ_FAILED, "A pattern, a rule or a range of versions of an SPI can not be read"),
    SPI_INVALID(Category.BIZ, Outcome.BIZ_FAILED, "A type that is to be an SPI can not be one"),
    SPI_TYPES_NOT_SHARED(
            Category.BIZ, Outcome.BIZ_FAILED, "An SPI speaks of types that the biz does not share with its definer"),
    SPI_PROVIDER_INVALID(Category.BIZ, Outcome.BIZ_FAILED, "A provider of an SPI can not be registered"),
    BIZ_STOPPED(Category.USER, Outcome.UNAVAILABLE, "The biz is installed but takes no calls now"),
    BIZ_BUSY(Category.BIZ, Outcome.UNAVAILABLE, "The biz has as many calls in flight as it may have"),

    OPERATION_INTERRUPTED(Category.BASE, Outcome.UNAVAILABLE, "The base ended while the operation ran"),
    BASE_STOPPING(Category.BASE, Outcome.UNAVAILABLE, "The base is stopping and takes no more requests"),
    BASE_UNSUPPORTED(Category.BASE, Outcome.INTERNAL, "The base application is not one that can host a biz"),
    BASE_START_FAILED(Category.BASE, Outcome.INTERNAL, "The base could not open its admin port"),
    PLUGIN_INVALID(Category.BASE, Outcome.INTERNAL, "A plugin of the base can not be read, or is none"),
    PLUGIN_CLASH(Category.BASE, Outcome.CONFLICT, "Two plugins of the base export the same, or have the same name"),
    PLUGIN_START_FAILED(Category.BASE, Outcome.INTERNAL, "The activator of a plugin failed"),
    HOME_IN_USE(Category.BASE, Outcome.CONFLICT, "Another base holds the home"),
    STORAGE_FAILED(Category.EXTERNAL, Outcome.STORAGE, "The home could not be read or written"),
    INTERNAL_ERROR(Category.BASE, Outcome.INTERNAL, "A bug of Berth");

    private final Category category;
    private final Outcome outcome;
    private final String meaning;

    ErrorCode(Category category, Outcome outcome, String meaning) {
        this.category = category;
        this.outcome = outcome;
        this.meaning = meaning;
    }

    /** Returns what the code stands for, in one sentence without a full stop. */
    public String meaning() {
        return meaning;
    }

    /** Returns the code in words, such as {@code Biz not found}. */
    public String title() {
        String words = name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Returns whose matter the error is. */
    public Category category() {
        return category;
    }

    /** Returns how the error is told over HTTP and by the command line. */
    public Outcome outcome() {
        return outcome;
    }
}
