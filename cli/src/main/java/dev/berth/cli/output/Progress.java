package dev.berth.cli.output;

import java.io.PrintStream;

/**
 * One line of a terminal that is written over until it is cleared; where there is no terminal it stays silent.
 *
 * <p>Safe for use by many threads.
 */
public final class Progress implements AutoCloseable {

    private static final int BAR = 30;
    private static final long MIN_NANOS = 50_000_000;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream err;
    private final Terminal terminal;
    private boolean written;
    private long lastNanos;

    Progress(PrintStream err, Terminal terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** Shows a text instead of what the line shows. */
    public synchronized void show(String text) {
        if (!terminal.err()) {
            return;
        }
        String line = text.length() < terminal.columns() ? text : text.substring(0, terminal.columns() - 1);
        err.print(CLEAR + line);
        err.flush();
        written = true;
        lastNanos = System.nanoTime();
    }

    /** Shows a bar of how much is done; not more often than the eye can follow, but always the end. */
    public synchronized void bar(String label, long done, long total) {
        if (!terminal.err() || (written && done < total && System.nanoTime() - lastNanos < MIN_NANOS)) {
            return;
        }
        int filled = total <= 0 ? BAR : (int) Math.min(BAR, BAR * done / total);
        show(label + " [" + "#".repeat(filled) + "-".repeat(BAR - filled) + "] " + Amounts.bytes(done) + " of "
                + Amounts.bytes(total));
    }

    /** Clears the line. */
    @Override
    public synchronized void close() {
        if (written) {
            err.print(CLEAR);
            err.flush();
            written = false;
        }
    }
}
