package dev.berth.logging;

import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A standard stream that hands what a biz prints to a sink and lets everything else through.
 *
 * <p>Only text is looked at. Bytes pass, since that is how loggers write to the console: what a biz logs is in its log
 * already. A part of a line waits on its thread for the rest. Safe for use by many threads.
 */
final class BizPrintStream extends PrintStream {

    private static final int LONGEST_LINE = 1 << 16;

    /** Takes the lines that a biz prints. */
    interface Sink {

        /** Tells whether what the current thread prints is to be taken. */
        boolean takes();

        void line(String line);
    }

    private final PrintStream before;
    private final Sink sink;
    private final ThreadLocal<StringBuilder> begun = ThreadLocal.withInitial(StringBuilder::new);
    private volatile boolean passing;

    BizPrintStream(PrintStream before, Sink sink) {
        super(before);
        this.before = before;
        this.sink = sink;
    }

    PrintStream before() {
        return before;
    }

    /** Lets everything through from now on; somebody may have kept this stream. */
    void pass() {
        passing = true;
    }

    private void put(String text) {
        if (passing || !sink.takes()) {
            before.print(text);
        } else {
            take(text);
        }
    }

    private void putLine(String text) {
        if (passing || !sink.takes()) {
            before.println(text);
        } else {
            take(text + "\n");
        }
    }

    private void take(String text) {
        StringBuilder line = begun.get();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            line.append(text, from, end);
            end(line);
            from = end + 1;
        }
        line.append(text, from, text.length());
        if (line.length() > LONGEST_LINE) {
            cut(line);
        }
        if (line.isEmpty()) {
            begun.remove();
        }
    }

    /** Keeps a character together that takes two places. */
    private void cut(StringBuilder line) {
        int last = line.length() - 1;
        char rest = line.charAt(last);
        if (Character.isHighSurrogate(rest)) {
            line.setLength(last);
            end(line);
            line.append(rest);
        } else {
            end(line);
        }
    }

    private void end(StringBuilder line) {
        int length = line.length();
        if (length > 0 && line.charAt(length - 1) == '\r') {
            line.setLength(length - 1);
        }
        String text = line.toString();
        line.setLength(0);
        sink.line(text);
    }

    @Override
    public void print(boolean value) {
        put(String.valueOf(value));
    }

    @Override
    public void print(char value) {
        put(String.valueOf(value));
    }

    @Override
    public void print(int value) {
        put(String.valueOf(value));
    }

    @Override
    public void print(long value) {
        put(String.valueOf(value));
    }

    @Override
    public void print(float value) {
        put(String.valueOf(value));
    }

    @Override
    public void print(double value) {
        put(String.valueOf(value));
    }

    @Override
    public void print(char[] value) {
        put(String.valueOf(value));
    }

    @Override
    public void print(@Nullable String value) {
        put(String.valueOf(value));
    }

    @Override
    public void print(@Nullable Object value) {
        put(String.valueOf(value));
    }

    @Override
    public void println() {
        putLine("");
    }

    @Override
    public void println(boolean value) {
        putLine(String.valueOf(value));
    }

    @Override
    public void println(char value) {
        putLine(String.valueOf(value));
    }

    @Override
    public void println(int value) {
        putLine(String.valueOf(value));
    }

    @Override
    public void println(long value) {
        putLine(String.valueOf(value));
    }

    @Override
    public void println(float value) {
        putLine(String.valueOf(value));
    }

    @Override
    public void println(double value) {
        putLine(String.valueOf(value));
    }

    @Override
    public void println(char[] value) {
        putLine(String.valueOf(value));
    }

    @Override
    public void println(@Nullable String value) {
        putLine(String.valueOf(value));
    }

    @Override
    public void println(@Nullable Object value) {
        putLine(String.valueOf(value));
    }

    @Override
    public PrintStream format(String format, @Nullable Object... arguments) {
        put(String.format(format, arguments));
        return this;
    }

    @Override
    public PrintStream format(@Nullable Locale locale, String format, @Nullable Object... arguments) {
        put(String.format(locale, format, arguments));
        return this;
    }
}
