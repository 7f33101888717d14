package dev.berth.guard;

/**
 * Whether the JVM's own methods tell the guard what a biz calls.
 *
 * @param on whether exits are blocked and changes are seen when they happen
 * @param reason why not; empty when it is on
 * @param remedy what to do about it; empty when it is on
 */
public record GuardState(boolean on, String reason, String remedy) {

    static final GuardState ON = new GuardState(true, "", "");

    static GuardState off(String reason, String remedy) {
        return new GuardState(false, reason, remedy);
    }
}
