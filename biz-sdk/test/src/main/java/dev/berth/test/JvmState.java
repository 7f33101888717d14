package dev.berth.test;

import java.io.PrintStream;
import java.lang.Thread.UncaughtExceptionHandler;
import java.net.URLConnection;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a base changes for the whole JVM, as it was before: a process of its own may, a guest in the JVM of a test puts it
 * back. Bases that run at once share one state, since what the first found is what the last has to leave.
 */
final class JvmState {

    private static final Logger ROOT = Logger.getLogger("");

    private static int bases;
    private static @Nullable JvmState before;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final @Nullable UncaughtExceptionHandler uncaught = Thread.getDefaultUncaughtExceptionHandler();
    private final Locale locale = Locale.getDefault();
    private final Locale display = Locale.getDefault(Locale.Category.DISPLAY);
    private final Locale format = Locale.getDefault(Locale.Category.FORMAT);
    private final TimeZone zone = TimeZone.getDefault();
    private final boolean jarCaches = URLConnection.getDefaultUseCaches("jar");
    private final @Nullable Level level = ROOT.getLevel();
    private final List<Handler> handlers = List.of(ROOT.getHandlers());
    private final Properties properties = (Properties) System.getProperties().clone();

    private JvmState() {}

    /** A base is about to start. */
    static synchronized void enter() {
        if (bases == 0) {
            before = new JvmState();
        }
        bases++;
    }

    /** A base has ended, or has not started. */
    static synchronized void leave() {
        bases--;
        if (bases == 0 && before != null) {
            before.restore();
            before = null;
        }
    }

    private void restore() {
        System.setOut(out);
        System.setErr(err);
        Thread.setDefaultUncaughtExceptionHandler(uncaught);
        Locale.setDefault(locale);
        Locale.setDefault(Locale.Category.DISPLAY, display);
        Locale.setDefault(Locale.Category.FORMAT, format);
        TimeZone.setDefault(zone);
        URLConnection.setDefaultUseCaches("jar", jarCaches);
        ROOT.setLevel(level);
        for (Handler handler : ROOT.getHandlers()) {
            ROOT.removeHandler(handler);
        }
        handlers.forEach(ROOT::addHandler);
        System.setProperties(properties);
    }
}
