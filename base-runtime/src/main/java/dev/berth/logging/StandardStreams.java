package dev.berth.logging;

import ch.qos.logback.classic.Level;
import java.io.PrintStream;
import java.util.function.Consumer;

/**
 * Puts itself before {@code System.out} and {@code System.err} of the base, so that what a biz prints goes to the log of
 * the biz and not to the output of the base, which nothing bounds.
 */
final class StandardStreams {

    private final BizPrintStream out;
    private final BizPrintStream err;

    private StandardStreams(BizPrintStream out, BizPrintStream err) {
        this.out = out;
        this.err = err;
    }

    static StandardStreams install(BizFiles files) {
        StandardStreams streams = new StandardStreams(
                new BizPrintStream(System.out, sink(files, "System.out", Level.INFO)),
                new BizPrintStream(System.err, sink(files, "System.err", Level.WARN)));
        System.setOut(streams.out);
        System.setErr(streams.err);
        return streams;
    }

    /** Puts back what was there, unless somebody else has put himself before it. */
    void uninstall() {
        takeBack(System.out, out, System::setOut);
        takeBack(System.err, err, System::setErr);
    }

    private static void takeBack(PrintStream current, BizPrintStream ours, Consumer<PrintStream> set) {
        ours.pass();
        if (current == ours) {
            set.accept(ours.before());
        }
    }

    private static BizPrintStream.Sink sink(BizFiles files, String name, Level level) {
        return new BizPrintStream.Sink() {

            @Override
            public boolean takes() {
                return files.hasLogOfCurrentBiz();
            }

            @Override
            public void line(String line) {
                files.printed(name, level, line);
            }
        };
    }
}
