package dev.berth.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The table of bad input in docs/errors.md: every test holds the answer that it got against its row, or writes the row
 * anew when it runs with {@code -Dberth-test.docs.write=true}.
 */
public final class BadInputPage {

    static final String HEAD = "| what is sent | code | HTTP | exit | message | remedy |\n|---|---|---|---|---|---|\n";

    private static final Path PAGE = Path.of("../docs/errors.md");

    private BadInputPage() {}

    /** Asserts that an answer is a good one, of the code that is expected, and the one that the page tells. */
    public static void assertTold(BadInput input, Answer answer) {
        if (input.code().isPresent()) {
            assertWellWorded(answer);
            assertThat(answer.code())
                    .as(answer.message())
                    .isEqualTo(input.code().get().name());
        }
        String row = row(input, answer);
        if (Boolean.getBoolean("berth-test.docs.write")) {
            write(input, row);
        }
        assertThat(rows()).as("The page has this row").contains(row);
    }

    /** A fact with a capital first and no full stop; the remedy beside it is a sentence; no paths, no stack traces. */
    private static void assertWellWorded(Answer answer) {
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.status()).isEqualTo(answer.body().path("status").asInt());
        assertThat(answer.message()).matches("(?s)[A-Z'].*[^.\\s]").doesNotContain(home(), "\tat ", "/tmp/");
        assertThat(answer.remedy()).matches("(?s)[A-Z].*\\S").doesNotContain(home());
    }

    private static String home() {
        return Path.of("").toAbsolutePath().toString();
    }

    static String row(BadInput input, Answer answer) {
        String code = input.code().map(known -> "`" + known + "`").orElse("–");
        return "| %s | %s | %d | %d | %s | %s |"
                .formatted(
                        input.sent(),
                        code,
                        answer.status(),
                        answer.exitCode(),
                        input.code().isPresent() ? cell(answer.message()) : "`changed` is false in the operation",
                        input.code().isPresent() ? cell(answer.remedy()) : "–");
    }

    /** What differs from run to run is left out; what an application says in several lines becomes one. */
    private static String cell(String text) {
        return text.strip()
                .replaceAll("\\R\\s*(-\\s+)?", " ")
                .replaceAll("\\b[0-9a-f]{12,64}\\b", "…")
                .replaceAll("#\\d+", "#N")
                .replace("Java " + (Runtime.version().feature() + 1), "Java N+1")
                .replace("Java " + Runtime.version().feature(), "Java N")
                .replaceAll("--release \\d+", "--release N")
                .replace("|", "\\|")
                .replaceAll("<(\\w+)>", "&lt;$1>");
    }

    /** Returns the rows as they stand. */
    static List<String> rows() {
        String page = read();
        int start = page.indexOf(HEAD);
        assertThat(start).as("Place of the table").isNotNegative();
        return page.substring(start + HEAD.length())
                .lines()
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    /** Returns the first cell of a row. */
    static String sent(String row) {
        return row.substring(2, row.indexOf(" |"));
    }

    private static synchronized void write(BadInput input, String row) {
        List<String> before = rows();
        Map<Integer, String> after = new TreeMap<>();
        for (String old : before) {
            for (BadInput known : BadInput.values()) {
                if (known.sent().equals(sent(old))) {
                    after.put(known.ordinal(), old);
                }
            }
        }
        after.put(input.ordinal(), row);
        String page = read();
        try {
            Files.writeString(PAGE, page.replace(HEAD + lines(before), HEAD + lines(new ArrayList<>(after.values()))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String lines(List<String> rows) {
        return rows.isEmpty() ? "" : String.join("\n", rows) + "\n";
    }

    private static String read() {
        try {
            return Files.readString(PAGE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
