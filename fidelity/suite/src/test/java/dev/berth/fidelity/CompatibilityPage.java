package dev.berth.fidelity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** docs/compatibility.md: its table of lines and its list of meant differences are what a run has shown. */
final class CompatibilityPage {

    private static final String TABLE = "| line | the application uses | stand-alone | as a biz |\n|---|---|---|---|\n";
    private static final String LIST = "<!-- differences -->\n";

    private final Path file = Built.root().resolve("docs/compatibility.md");

    /** Returns a table. */
    static String table(List<String> rows) {
        return rows.stream().collect(Collectors.joining("\n", TABLE, "\n"));
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

    /** Returns the rows of the table as they stand. */
    List<String> rows() throws IOException {
        String page = read();
        return page.substring(page.indexOf(TABLE) + TABLE.length())
                .lines()
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    /**
     * Writes table and list anew and leaves the text around them.
     *
     * @param run the rows of this run; the others stay as they are
     * @param beginnings how the rows of all lines begin, in their order
     */
    void write(List<String> run, List<String> beginnings) throws IOException {
        List<String> known = Stream.concat(run.stream(), rows().stream()).toList();
        List<String> rows = beginnings.stream()
                .flatMap(beginning ->
                        known.stream().filter(row -> row.startsWith(beginning)).limit(1))
                .toList();
        String page = replaced(replaced(read(), TABLE, table(rows)), LIST, differences());
        Files.writeString(file, page);
    }

    /** A part ends at the first empty line. */
    private static String replaced(String page, String head, String part) {
        int start = page.indexOf(head);
        int end = page.indexOf("\n\n", start);
        return page.substring(0, start) + part + (end < 0 ? "" : page.substring(end + 1));
    }
}
