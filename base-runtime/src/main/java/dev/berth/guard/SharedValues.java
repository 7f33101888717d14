package dev.berth.guard;

import java.io.InputStream;
import java.io.PrintStream;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
        return List.of(LOCALE, TIME_ZONE, OUT, ERR, IN, HANDLER, properties, providers);
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

    /** A value without keys; one that is compared by what it says is also told, and belongs to no class of a biz. */
    private static final class SingleValue<V extends @Nullable Object> implements SharedValue {

        private static final Set<String> KEY = Set.of("");

        private final String name;
        private final Supplier<V> read;
        private final Consumer<V> write;
        private final boolean plain;

        private SingleValue(String name, Supplier<V> read, Consumer<V> write, boolean plain) {
            this.name = name;
            this.read = read;
            this.write = write;
            this.plain = plain;
        }

        @Override
        public Set<String> keys() {
            return KEY;
        }

        @Override
        public @Nullable Object read(String key) {
            return read.get();
        }

        @Override
        @SuppressWarnings("unchecked") // It has been read from the same place
        public void write(String key, @Nullable Object value) {
            write.accept((V) value);
        }

        @Override
        public boolean same(@Nullable Object one, @Nullable Object other) {
            return plain ? Objects.equals(one, other) : one == other;
        }

        @Override
        public boolean outlastsRevision() {
            return plain;
        }

        @Override
        public String name(String key) {
            return name;
        }

        @Override
        public String change(String key, @Nullable Object from, @Nullable Object to) {
            return plain
                    ? name + " from '" + text(from) + "' to '" + text(to) + "'"
                    : SharedValue.super.change(key, from, to);
        }

        private static String text(@Nullable Object value) {
            return value instanceof TimeZone zone ? zone.getID() : String.valueOf(value);
        }
    }
}
