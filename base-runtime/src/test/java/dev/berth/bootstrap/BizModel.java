package dev.berth.bootstrap;

import dev.berth.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;

/** What a biz shall be after a history of operations, told without a base; the outcome of each is a word or a code. */
final class BizModel {

    static final String CHANGED = "changed";
    static final String UNCHANGED = "unchanged";

    private String current = "";
    private boolean stopped;
    private final List<String> beside = new ArrayList<>();
    private final List<String> earlier = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    BizModel copy() {
        BizModel copy = new BizModel();
        copy.current = current;
        copy.stopped = stopped;
        copy.beside.addAll(beside);
        copy.earlier.addAll(earlier);
        copy.left.addAll(left);
        return copy;
    }

    String install(String version) {
        return isActive(version) ? UNCHANGED : activate(version);
    }

    String installBeside(String version) {
        if (isActive(version) || beside.contains(version)) {
            return UNCHANGED;
        }
        forget(version);
        beside.add(version);
        return CHANGED;
    }

    String rollback() {
        if (!installed()) {
            return ErrorCode.BIZ_NOT_FOUND.name();
        }
        if (earlier.isEmpty()) {
            return ErrorCode.NO_EARLIER_VERSION.name();
        }
        String target = earlier.remove(earlier.size() - 1);
        if (!current.isEmpty()) {
            left.add(current);
        }
        current = target;
        stopped = false;
        return CHANGED;
    }

    String switchTo(String version) {
        if (!installed()) {
            return ErrorCode.BIZ_NOT_FOUND.name();
        }
        if (!knows(version)) {
            return ErrorCode.VERSION_NOT_KNOWN.name();
        }
        return isActive(version) ? UNCHANGED : activate(version);
    }

    String stop() {
        if (!installed()) {
            return ErrorCode.BIZ_NOT_FOUND.name();
        }
        if (current.isEmpty() || stopped) {
            return UNCHANGED;
        }
        stopped = true;
        return CHANGED;
    }

    String start() {
        if (!installed()) {
            return ErrorCode.BIZ_NOT_FOUND.name();
        }
        if (current.isEmpty()) {
            return ErrorCode.VERSION_NOT_KNOWN.name();
        }
        boolean changes = stopped;
        stopped = false;
        return changes ? CHANGED : UNCHANGED;
    }

    String uninstall(String version) {
        if (!knows(version)) {
            return ErrorCode.BIZ_NOT_FOUND.name();
        }
        forget(version);
        if (!installed()) {
            clear();
        }
        return CHANGED;
    }

    String uninstall() {
        if (!installed()) {
            return ErrorCode.BIZ_NOT_FOUND.name();
        }
        clear();
        return CHANGED;
    }

    boolean installed() {
        return !current.isEmpty() || !beside.isEmpty();
    }

    private String activate(String version) {
        String before = current;
        forget(version);
        if (!before.isEmpty() && !before.equals(version)) {
            earlier.add(before);
        }
        current = version;
        stopped = false;
        return CHANGED;
    }

    private void forget(String version) {
        beside.remove(version);
        earlier.remove(version);
        left.remove(version);
        if (current.equals(version)) {
            current = "";
            stopped = false;
        }
    }

    private void clear() {
        current = "";
        stopped = false;
        beside.clear();
        earlier.clear();
        left.clear();
    }

    private boolean isActive(String version) {
        return current.equals(version) && !stopped;
    }

    private boolean knows(String version) {
        return current.equals(version)
                || beside.contains(version)
                || earlier.contains(version)
                || left.contains(version);
    }

    @Override
    public String toString() {
        return "current " + current + " stopped " + stopped + " beside " + beside + " earlier " + earlier + " left "
                + left;
    }
}
