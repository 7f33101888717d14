package dev.berth.fidelity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** docs/compatibility.md: its table of lines and its list of meant differences are what a run has shown. */
final class CompatibilityPage {

    private static final String TABLE = "| line | the application uses | stand-alone | as a biz |\n|---|---|---|---|\n";
    private static final String LIST = "<!-- differences -->\n";

    private final Path file = Built.root().resolve("docs/compatibility.md");

    /** Returns the table of some outcomes. */
    static String table(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::row).collect(Collectors.joining("\n", TABLE, "\n"));
    }

    /** Returns the list of the differences of all applications. */
    static String differences() {
        return MeantDifferences.ALWAYS.stream()
                .map(difference -> "- `%s`: %s.%n".formatted(difference.fact(), difference.reason()))
                .collect(Collectors.joining("", LIST, ""));
    }

    String read() throws IOException {
        return Files.readString(file);
    }

    /** Writes table and list anew and leaves the text around them. */
    void write(List<Outcome> outcomes) throws IOException {
        String page = replaced(replaced(read(), TABLE, table(outcomes)), LIST, differences());
        Files.writeString(file, page);
    }

    /** A part ends at the first empty line. */
    private static String replaced(String page, String head, String part) {
        int start = page.indexOf(head);
        int end = page.indexOf("\n\n", start);
        return page.substring(0, start) + part + (end < 0 ? "" : page.substring(end + 1));
    }
}
