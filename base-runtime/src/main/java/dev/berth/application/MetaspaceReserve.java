package dev.berth.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.StringUtils;

/**
 * Metaspace that a base with a limit sets aside, to give it back when a biz has filled the rest.
 *
 * <p>Taking such a biz down needs classes that the base has not loaded yet, and the biz's own are only freed by that. The
 * reserve is some copies of a class that nobody uses; the JVM unloads them in the collection that it makes when a class
 * does not fit. Where metaspace has no limit nothing is set aside. Safe for use by many threads.
 */
final class MetaspaceReserve {

    /** Each copy takes some 100 KB, so that there are about nine MB. */
    private static final int COPIES = 96;

    private static final int MAX_CAUSES = 100;

    private final List<ClassLoader> copies = new ArrayList<>();

    /** Sets the reserve aside, unless it is; what does not fit is left out. */
    synchronized void fill() {
        if (!copies.isEmpty() || !isLimited()) {
            return;
        }
        byte[] bytes = classFile();
        try {
            for (int copy = 0; copy < COPIES; copy++) {
                copies.add(new CopyLoader(bytes));
            }
        } catch (OutOfMemoryError full) {
            // What there is by now has to do
        }
    }

    /**
     * Gives the reserve back if a failure was for want of metaspace; tells whether it was.
     *
     * <p>Needs no class that is not loaded by now: none could be.
     */
    boolean releaseAfter(Throwable failure) {
        boolean lacked = isWhatLacked(failure);
        if (lacked) {
            release();
        }
        return lacked;
    }

    /** Tells whether a class did not fit, which the JVM says in the message only. */
    static boolean isWhatLacked(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof OutOfMemoryError
                    && ("Metaspace".equals(cause.getMessage())
                            || "Compressed class space".equals(cause.getMessage()))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** Gives the reserve back; it is there for whoever needs it when the JVM next looks for room. */
    synchronized void release() {
        copies.clear();
    }

    private static boolean isLimited() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .anyMatch(pool -> pool.getUsage().getMax() > 0);
    }

    private static byte[] classFile() {
        try (InputStream in = StringUtils.class.getResourceAsStream("StringUtils.class")) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Has one class of its own and sees nothing but the JDK. */
    private static final class CopyLoader extends ClassLoader {

        private CopyLoader(byte[] bytes) {
            super(null);
            if (bytes.length > 0) {
                defineClass(StringUtils.class.getName(), bytes, 0, bytes.length);
            }
        }
    }
}
