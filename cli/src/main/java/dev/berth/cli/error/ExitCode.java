package dev.berth.cli.error;

import java.util.Arrays;
import java.util.Optional;

/** What a command tells its caller by number; the numbers never change their meaning. */
public enum ExitCode {
    OK(0),
    DIFFERENCES(1),
    USAGE(2),
    NOT_ALLOWED(3),
    NOT_FOUND(4),
    CONFLICT(5),
    BIZ_FAILED(6),
    TIMEOUT(7),
    VERIFICATION_FAILED(8),
    BASE_UNREACHABLE(9),
    BUG(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** Returns the number that the process ends with. */
    public int number() {
        return number;
    }

    /** Returns the exit code of a number, unless it is not one of ours. */
    public static Optional<ExitCode> of(int number) {
        return Arrays.stream(values()).filter(code -> code.number == number).findFirst();
    }
}
