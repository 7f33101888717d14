package dev.berth.cli.client;

import dev.berth.cli.error.ExitCode;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the exit code for an error that a base told.
 *
 * <p>The base says it itself in a problem document; in the record of an operation there is only the stable code, which is
 * why the codes are listed here. A test holds this list against the base's own.
 */
final class ExitCodes {

    private static final Map<String, ExitCode> BY_CODE = Map.ofEntries(
            Map.entry("INVALID_REQUEST", ExitCode.USAGE),
            Map.entry("INVALID_NAME", ExitCode.USAGE),
            Map.entry("INVALID_VERSION", ExitCode.USAGE),
            Map.entry("INVALID_CONTEXT_PATH", ExitCode.USAGE),
            Map.entry("INVALID_SETTINGS", ExitCode.USAGE),
            Map.entry("UNSUPPORTED_MEDIA_TYPE", ExitCode.USAGE),
            Map.entry("NOT_A_JAR", ExitCode.USAGE),
            Map.entry("UNSAFE_ARCHIVE", ExitCode.USAGE),
            Map.entry("ARTIFACT_TOO_LARGE", ExitCode.USAGE),
            Map.entry("UPLOAD_INCOMPLETE", ExitCode.USAGE),
            Map.entry("IDENTITY_UNKNOWN", ExitCode.USAGE),
            Map.entry("URL_FETCH_DISABLED", ExitCode.NOT_ALLOWED),
            Map.entry("UNAUTHENTICATED", ExitCode.NOT_ALLOWED),
            Map.entry("NOT_ALLOWED", ExitCode.NOT_ALLOWED),
            Map.entry("NO_SUCH_PATH", ExitCode.NOT_FOUND),
            Map.entry("METHOD_NOT_ALLOWED", ExitCode.USAGE),
            Map.entry("BIZ_NOT_FOUND", ExitCode.NOT_FOUND),
            Map.entry("OPERATION_NOT_FOUND", ExitCode.NOT_FOUND),
            Map.entry("VERSION_NOT_KNOWN", ExitCode.NOT_FOUND),
            Map.entry("NO_EARLIER_VERSION", ExitCode.CONFLICT),
            Map.entry("VERSION_CONFLICT", ExitCode.CONFLICT),
            Map.entry("BIZ_ALREADY_INSTALLED", ExitCode.CONFLICT),
            Map.entry("CONTEXT_PATH_IN_USE", ExitCode.CONFLICT),
            Map.entry("LEAK_BUDGET_EXCEEDED", ExitCode.CONFLICT),
            Map.entry("METASPACE_SHORT", ExitCode.CONFLICT),
            Map.entry("HEAP_DUMP_RUNNING", ExitCode.CONFLICT),
            Map.entry("IDEMPOTENCY_KEY_REUSED", ExitCode.CONFLICT),
            Map.entry("HOME_IN_USE", ExitCode.CONFLICT),
            Map.entry("PLUGIN_CLASH", ExitCode.CONFLICT),
            Map.entry("NO_MAIN_CLASS", ExitCode.BIZ_FAILED),
            Map.entry("UNSUPPORTED_BIZ", ExitCode.BIZ_FAILED),
            Map.entry("LINKAGE_REFUSED", ExitCode.BIZ_FAILED),
            Map.entry("BIZ_START_FAILED", ExitCode.BIZ_FAILED),
            Map.entry("OUT_OF_METASPACE", ExitCode.BIZ_FAILED),
            Map.entry("BIZ_START_TIMEOUT", ExitCode.TIMEOUT),
            Map.entry("BIZ_NOT_READY", ExitCode.BIZ_FAILED),
            Map.entry("SPI_PATTERN_INVALID", ExitCode.BIZ_FAILED),
            Map.entry("SPI_INVALID", ExitCode.BIZ_FAILED),
            Map.entry("SPI_TYPES_NOT_SHARED", ExitCode.BIZ_FAILED),
            Map.entry("SPI_PROVIDER_INVALID", ExitCode.BIZ_FAILED),
            Map.entry("DIGEST_MISMATCH", ExitCode.VERIFICATION_FAILED),
            Map.entry("OPERATION_INTERRUPTED", ExitCode.BASE_UNREACHABLE),
            Map.entry("BASE_STOPPING", ExitCode.BASE_UNREACHABLE),
            Map.entry("BIZ_STOPPED", ExitCode.BASE_UNREACHABLE),
            Map.entry("BIZ_BUSY", ExitCode.BASE_UNREACHABLE),
            Map.entry("BASE_UNSUPPORTED", ExitCode.BUG),
            Map.entry("BASE_START_FAILED", ExitCode.BUG),
            Map.entry("PLUGIN_INVALID", ExitCode.BUG),
            Map.entry("PLUGIN_START_FAILED", ExitCode.BUG),
            Map.entry("STORAGE_FAILED", ExitCode.BUG),
            Map.entry("INTERNAL_ERROR", ExitCode.BUG));

    private ExitCodes() {}

    /** Returns the exit code of a stable code, unless this version does not know that code. */
    static Optional<ExitCode> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** Returns the exit code that fits an HTTP status, for answers that are no problem documents. */
    static ExitCode ofStatus(int status) {
        return switch (status) {
            case 400, 405, 406, 411, 413, 415 -> ExitCode.USAGE;
            case 401, 403 -> ExitCode.NOT_ALLOWED;
            case 404 -> ExitCode.NOT_FOUND;
            case 409 -> ExitCode.CONFLICT;
            case 422 -> ExitCode.BIZ_FAILED;
            case 504 -> ExitCode.TIMEOUT;
            case 502, 503 -> ExitCode.BASE_UNREACHABLE;
            default -> ExitCode.BUG;
        };
    }
}
