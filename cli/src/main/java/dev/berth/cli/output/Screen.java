package dev.berth.cli.output;

import dev.berth.cli.error.CliException;
import dev.berth.cli.json.JsonObject;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a command prints: its result, and nothing else, on the standard output; all that accompanies it on the standard
 * error.
 *
 * <p>Safe for use by many threads; each line is printed whole.
 */
public final class Screen {

    private static final int MIN_COLUMNS = 60;

    private final PrintStream out;
    private final PrintStream err;
    private final Terminal terminal;

    /** Prints to two streams that are connected to a terminal or not. */
    public Screen(PrintStream out, PrintStream err, Terminal terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** Prints a result in the form that was asked for. */
    public void print(OutputFormat format, Result result) {
        result.lines(format).forEach(out::println);
        out.flush();
    }

    /** Prints a line that belongs to the result. */
    public void line(String text) {
        out.println(text);
        out.flush();
    }

    /** Returns whether something of the result could not be written: a full disk, a reader that is gone. */
    public boolean lost() {
        return out.checkError();
    }

    /** Prints a line that accompanies the result. */
    public void note(String text) {
        err.println(text);
    }

    /** Returns a line that shows how far something is; it shows nothing where the standard error is no terminal. */
    public Progress progress() {
        return new Progress(err, terminal);
    }

    /** Returns the standard output for those who write themselves, such as the help. */
    public PrintWriter writer() {
        return new PrintWriter(out, true, Charset.defaultCharset());
    }

    /** Returns how many characters a line may have. */
    public int columns() {
        return Math.max(MIN_COLUMNS, terminal.columns());
    }

    /** Returns whether the result may be coloured. */
    public boolean colour() {
        return terminal.out() && terminal.colour();
    }

    /** Prints an error for people: what happened, and below it what to do. */
    public void error(CliException error) {
        err.println(Style.RED.on("berth:", terminal.err() && terminal.colour()) + " " + PlainText.of(error.message()));
        error.details().forEach(line -> err.println("  | " + PlainText.of(line)));
        if (!error.remedy().isEmpty()) {
            err.println("  hint: " + PlainText.of(error.remedy()));
        }
    }

    /** Prints an error for programs: one JSON object, on the standard error too. */
    public void errorAsJson(CliException error) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("code", error.code());
        members.put("message", error.message());
        members.put("remedy", error.remedy());
        if (!error.details().isEmpty()) {
            members.put("details", error.details());
        }
        members.put("exitCode", error.exitCode().number());
        err.println(JsonObject.of(members).pretty());
    }

    /** Prints where an error came from, for those who asked for it. */
    public void trace(Throwable error) {
        error.printStackTrace(err);
    }
}
