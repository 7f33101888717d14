package dev.berth.web;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * A call that a biz wants to have answered before it receives others.
 *
 * @param path where to, relative to the context path, with a query if need be
 * @param status the status that it must answer with; any of 200 to 299 if none is given
 */
record WarmUpCall(String path, Optional<Integer> status) {

    static final String ATTRIBUTE = "Berth-Warm-Up";
    static final String SETTING = "berth.warm-up";

    private static final Pattern ENTRY = Pattern.compile("(/\\S*)(?:\\s+([1-5]\\d\\d))?");

    WarmUpCall {
        if (!ENTRY.matcher(path).matches()) {
            throw invalid(path);
        }
    }

    /** Reads a manifest attribute such as {@code /items 200, /health}. */
    static List<WarmUpCall> parse(String attribute) {
        List<WarmUpCall> calls = new ArrayList<>();
        for (String entry : attribute.split(",", -1)) {
            Matcher matcher = ENTRY.matcher(entry.strip());
            if (!matcher.matches()) {
                throw invalid(entry.strip());
            }
            calls.add(new WarmUpCall(
                    matcher.group(1), Optional.ofNullable(matcher.group(2)).map(Integer::valueOf)));
        }
        return calls;
    }

    /** Reads the settings of a biz; none if it has no such settings. */
    static Optional<List<WarmUpCall>> of(Environment environment) {
        BindResult<List<Setting>> bound = Binder.get(environment).bind(SETTING, Bindable.listOf(Setting.class));
        return bound.isBound()
                ? Optional.of(bound.get().stream().map(Setting::call).toList())
                : Optional.empty();
    }

    boolean accepts(int seen) {
        return status.map(expected -> expected == seen).orElse(seen >= 200 && seen < 300);
    }

    /** Returns the expected status for a message. */
    String expected() {
        return status.map(String::valueOf).orElse("200 to 299");
    }

    private static BerthException invalid(String entry) {
        return new BerthException(
                ErrorCode.BIZ_NOT_READY,
                "Warm-up call '" + entry + "' is not a path with a status after it",
                "Correct " + ATTRIBUTE + " in the manifest, or the setting " + SETTING
                        + "; a path begins with '/', a status is a number of three digits.");
    }

    /**
     * One entry of the settings.
     *
     * @param path where to
     * @param status the status that it must answer with, or {@code null}
     */
    record Setting(@Nullable String path, @Nullable Integer status) {

        WarmUpCall call() {
            return new WarmUpCall(path == null ? "" : path, Optional.ofNullable(status));
        }
    }
}
