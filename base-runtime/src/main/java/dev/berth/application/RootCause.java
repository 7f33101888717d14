package dev.berth.application;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what began a failure, and names the class whose static initialiser it was in. */
final class RootCause {

    /** What the JVM remembers of a static initialiser that failed, and tells whoever needs the class afterwards. */
    private static final Pattern REMEMBERED = Pattern.compile("Exception (.*) \\[in thread \".*\"]", Pattern.DOTALL);

    private RootCause() {}

    /**
     * Describes the innermost cause.
     *
     * @param causes a failure and its causes, outermost first
     */
    static String of(List<Throwable> causes) {
        Throwable root = causes.get(causes.size() - 1);
        return text(root).strip() + place(root);
    }

    private static String text(Throwable root) {
        if (root instanceof ExceptionInInitializerError && root.getMessage() != null) {
            Matcher remembered = REMEMBERED.matcher(root.getMessage());
            if (remembered.matches()) {
                return remembered.group(1);
            }
        }
        return root.toString();
    }

    private static String place(Throwable root) {
        return Arrays.stream(root.getStackTrace())
                .filter(frame -> frame.getMethodName().equals("<clinit>"))
                .findFirst()
                .map(frame -> ", in the static initialiser of '" + frame.getClassName() + "'")
                .orElse("");
    }
}
