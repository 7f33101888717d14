package dev.berth.packaging;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The calls that a biz must answer before it receives others.
 *
 * @param calls each a path relative to the context path, with the expected status after it or none
 */
record WarmUpCalls(List<String> calls) {

    private static final Pattern CALL = Pattern.compile("/\\S*( [1-5]\\d\\d)?");

    WarmUpCalls {
        calls = List.copyOf(calls);
    }

    /** Reads a list such as {@code /items 200, /health}. */
    static WarmUpCalls parse(String text) throws MojoExecutionException {
        List<String> calls = Arrays.stream(text.split(",", -1))
                .map(call -> call.strip().replaceAll("\\s+", " "))
                .toList();
        for (String call : calls) {
            if (!CALL.matcher(call).matches()) {
                throw new MojoExecutionException("'" + call
                        + "' is not a warm-up call. Write it as /path or /path 200, with commas between calls.");
            }
        }
        return new WarmUpCalls(calls);
    }

    /** Returns the value of the manifest attribute. */
    String attribute() {
        return calls.stream().collect(Collectors.joining(", "));
    }
}
