package dev.berth.leak.cleaner;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The handler of exceptions that no thread catches, when a biz has set it for the whole JVM; the base's is put back. */
public final class UncaughtHandler implements Cleaner {

    private final @Nullable UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

    /** Remembers what the base has; made before any biz runs. */
    public UncaughtHandler() {}

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        UncaughtExceptionHandler now = Thread.getDefaultUncaughtExceptionHandler();
        return biz.made(now) && now != null
                ? List.of(Leftover.of(
                        "Default uncaught-exception handler " + now.getClass().getName(),
                        "replaced by what was there before",
                        () -> Thread.setDefaultUncaughtExceptionHandler(before)))
                : List.of();
    }
}
