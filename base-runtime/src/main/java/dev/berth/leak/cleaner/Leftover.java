package dev.berth.leak.cleaner;

import java.util.Optional;

/**
 * Something of a closed biz that keeps its loader alive, and the way to be rid of it.
 *
 * @param what what it is, as the start of a sentence, such as {@code JDBC driver 'com.example.Driver'}
 * @param done the end of that sentence when the cure has worked, such as {@code was deregistered}
 * @param undone its end when the cure has not worked, such as {@code could not be deregistered}
 * @param detail more about it over several lines, such as the stack of a thread
 * @param cure takes it away
 */
public record Leftover(String what, String done, String undone, Optional<String> detail, Cure cure) {

    /** Makes one with a cure that either throws or works. */
    static Leftover of(String what, String participle, Action action) {
        return of(what, participle, Optional.empty(), () -> {
            action.run();
            return true;
        });
    }

    static Leftover of(String what, String participle, Optional<String> detail, Cure cure) {
        return new Leftover(what, "was " + participle, "could not be " + participle, detail, cure);
    }

    /** Takes a leftover away; bounded in time. */
    public interface Cure {

        /** Tells whether the leftover is gone. */
        boolean apply() throws Exception;
    }

    /** A cure that works unless it throws. */
    interface Action {

        void run() throws Exception;
    }
}
