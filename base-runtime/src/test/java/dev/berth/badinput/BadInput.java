package dev.berth.badinput;

import dev.berth.error.ErrorCode;
import java.util.Optional;

/** The rows of the table in docs/errors.md, in its order; each is sent for real by one integration test. */
public enum BadInput {
    NOT_A_ZIP("A file that is not a jar", ErrorCode.NOT_A_JAR),
    TRUNCATED("A jar of which a part is missing", ErrorCode.NOT_A_JAR),
    NESTED_DAMAGED("A jar with a damaged library in it", ErrorCode.NOT_A_JAR),
    NATIVE_EXECUTABLE("A native executable", ErrorCode.UNSUPPORTED_BIZ),
    NO_MAIN_CLASS("A jar without a main class", ErrorCode.NO_MAIN_CLASS),
    MAIN_CLASS_MISSING("A jar whose main class is not in it", ErrorCode.NO_MAIN_CLASS),
    ESCAPING_ENTRY("A jar with an entry that escapes its folder", ErrorCode.UNSAFE_ARCHIVE),
    ZIP_BOMB("A zip bomb", ErrorCode.UNSAFE_ARCHIVE),
    NAME_WITH_SLASH("A name with `/`", ErrorCode.INVALID_NAME),
    NAME_OF_DOTS("The name `..`", ErrorCode.INVALID_NAME),
    MANIFEST_NAME_WITH_DOTS("A jar whose manifest names it `../shop`", ErrorCode.INVALID_NAME),
    SAME_AGAIN("The same jar again"),
    OTHER_DIGEST("Another jar of the same name and version", ErrorCode.VERSION_CONFLICT),
    CONTEXT_PATH_IN_USE("A biz with the context path of another", ErrorCode.CONTEXT_PATH_IN_USE),
    UPLOAD_CUT_OFF("An upload that is cut off", ErrorCode.UPLOAD_INCOMPLETE),
    CHUNKED_CUT_OFF("A chunked upload that is cut off", ErrorCode.UPLOAD_INCOMPLETE),
    MALFORMED_REQUEST("A request that is no HTTP", ErrorCode.INVALID_REQUEST),
    DISK_FULL_AT_UPLOAD("A jar for which the disk has no room", ErrorCode.STORAGE_FAILED),
    DISK_FULL_AT_UNPACK("A jar that the disk has no room to unpack", ErrorCode.STORAGE_FAILED),
    MAIN_THROWS("A main that throws", ErrorCode.BIZ_START_FAILED),
    BEAN_MISSING("An application that lacks a bean", ErrorCode.BIZ_START_FAILED),
    STATIC_INITIALISER("A class whose static initialiser fails", ErrorCode.BIZ_START_FAILED),
    STATIC_INITIALISER_AGAIN("The same class, used a second time", ErrorCode.BIZ_START_FAILED),
    MAIN_HANGS("A main that hangs", ErrorCode.BIZ_START_TIMEOUT),
    MAIN_IGNORES_INTERRUPT("A main that hangs and ignores its interrupt", ErrorCode.BIZ_START_TIMEOUT),
    LEAK_BUDGET("Any jar, when too many revisions are held", ErrorCode.LEAK_BUDGET_EXCEEDED),
    METASPACE("A biz whose classes fill the metaspace", ErrorCode.OUT_OF_METASPACE),
    WEBFLUX("A WebFlux application", ErrorCode.UNSUPPORTED_BIZ),
    BOOT_3("An application of Spring Boot 3", ErrorCode.UNSUPPORTED_BIZ),
    NEWER_SPRING("An application of a Spring newer than the base's", ErrorCode.LINKAGE_REFUSED),
    NATIVE_PROCESSED("A jar that was processed for a native image", ErrorCode.UNSUPPORTED_BIZ),
    NEWER_JAVA("A jar compiled for a newer Java", ErrorCode.UNSUPPORTED_BIZ),
    WAR("A war", ErrorCode.UNSUPPORTED_BIZ),
    PLAIN_JAR("A jar with a main class that is no biz", ErrorCode.UNSUPPORTED_BIZ);

    private final String sent;

    @SuppressWarnings("ImmutableEnumChecker") // An Optional of an enum
    private final Optional<ErrorCode> code;

    BadInput(String sent) {
        this.sent = sent;
        this.code = Optional.empty();
    }

    BadInput(String sent, ErrorCode code) {
        this.sent = sent;
        this.code = Optional.of(code);
    }

    /** Returns what is sent, in words. */
    String sent() {
        return sent;
    }

    /** Returns the code of the answer, unless it is no error. */
    Optional<ErrorCode> code() {
        return code;
    }
}
