package dev.berth.lifecycle;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that went wrong in a revision, or that it must not do, while the base goes on: a fact for those who ask what is
 * the matter with a biz. The same trouble again is counted, not listed anew.
 *
 * @param kind what kind of trouble it is, which has the remedy
 * @param message what happened, as a fact, in one line
 * @param during what the biz was doing when it happened last, such as {@code GET /catalog/items}
 * @param thread the name of the thread on which it happened last
 * @param count how often it happened
 * @param first when it happened first
 * @param last when it happened last
 */
public record Trouble(
        Kind kind, String message, String during, String thread, long count, Instant first, Instant last) {

    /** The same trouble, once more. */
    Trouble again(String nowDuring, String onThread, Instant now) {
        return new Trouble(kind, message, nowDuring, onThread, count + 1, first, now);
    }

    /** The kinds of trouble, each with what can be done about it. */
    public enum Kind {
        OUT_OF_MEMORY(
                "Find out what takes the memory (POST /v1/base/heap-dump), mend the biz or roll it back, or start the base"
                        + " with a larger -Xmx."),
        OUT_OF_METASPACE(
                "Find out why it makes so many classes, uninstall a biz that is not needed, or start the base with a larger"
                        + " -XX:MaxMetaspaceSize."),
        OUT_OF_DIRECT_MEMORY("Close or reuse its buffers, or start the base with a larger -XX:MaxDirectMemorySize."),
        OUT_OF_THREADS(
                "Find out who starts so many threads (jcmd PID Thread.print), or raise the limit of the system."),
        STACK_OVERFLOW("Mend the recursion, or start the base with a larger -Xss."),
        LINKAGE("Look with 'berth show NAME --linkage' which version the biz gets, and compile it against that one."),
        ERROR("Look for its stack trace in the log of the biz, and mend the biz."),
        EXIT_BLOCKED(
                "Let the biz throw or return where it calls System.exit or Runtime.halt; to stop it, use 'berth stop'."),
        GLOBAL_CHANGE(
                "All biz share it: set it for the base, or let the biz pass the value to what needs it. It is put back when the"
                        + " biz is uninstalled."),
        UNCAUGHT("The thread has ended; look for the stack trace in the log of the biz, and mend the biz.");

        private final String remedy;

        Kind(String remedy) {
            this.remedy = remedy;
        }

        /** Returns the kind as callers see it, such as {@code out-of-memory}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Returns what can be done about it. */
        public String remedy() {
            return remedy;
        }
    }
}
