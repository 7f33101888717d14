package dev.berth.guard;

import java.io.InputStream;
import java.io.PrintStream;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** The values of a JVM that are looked after. */
final class SharedValues {

    static final SharedValue LOCALE = new SingleValue<>("the default locale", Locales::now, Locales::set, true);

    static final SharedValue TIME_ZONE =
            new SingleValue<>("the default time zone", TimeZone::getDefault, TimeZone::setDefault, true);

    static final SharedValue OUT = new SingleValue<PrintStream>("System.out", () -> System.out, System::setOut, false);
    static final SharedValue ERR = new SingleValue<PrintStream>("System.err", () -> System.err, System::setErr, false);
    static final SharedValue IN = new SingleValue<InputStream>("System.in", () -> System.in, System::setIn, false);

    static final SharedValue HANDLER = new SingleValue<@Nullable UncaughtExceptionHandler>(
            "the default handler of uncaught exceptions",
            Thread::getDefaultUncaughtExceptionHandler,
            Thread::setDefaultUncaughtExceptionHandler,
            false);

    private SharedValues() {}

    /** Returns all, with the places of the security providers as they are now. */
    static List<SharedValue> all(SystemProperties properties, SecurityProviders providers) {
        List<SharedValue> all =
                new ArrayList<>(List.of(LOCALE, TIME_ZONE, OUT, ERR, IN, HANDLER, properties, providers));
        all.addAll(NetworkValues.BY_CALL.values());
        return all;
    }

    /** The three locales that one call sets. */
    private record Locales(Locale main, Locale display, Locale format) {

        static Locales now() {
            return new Locales(
                    Locale.getDefault(),
                    Locale.getDefault(Locale.Category.DISPLAY),
                    Locale.getDefault(Locale.Category.FORMAT));
        }

        static void set(Locales to) {
            Locale.setDefault(to.main);
            Locale.setDefault(Locale.Category.DISPLAY, to.display);
            Locale.setDefault(Locale.Category.FORMAT, to.format);
        }

        @Override
        public String toString() {
            return main.equals(display) && main.equals(format)
                    ? main.toLanguageTag()
                    : main.toLanguageTag() + "/" + display.toLanguageTag() + "/" + format.toLanguageTag();
        }
    }
}
