package dev.berth.cli.process;

import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds in the log of a base why it did not start.
 *
 * <p>Spring Boot ends a failed start with a report that has a paragraph 'Description:' and one 'Action:'; they are told as the
 * message and the remedy. Where there is no report, the last lines are shown.
 */
final class StartFailure {

    private static final int SHOWN = 12;
    private static final List<String> CONFLICTS = List.of("already in use", "HOME_IN_USE");

    private final List<String> lines;

    StartFailure(List<String> lines) {
        this.lines = lines;
    }

    CliException told(int processExit, Path log) {
        String message = paragraph("Description:")
                .map(text -> "The base did not start: " + text.replaceAll("\\.$", ""))
                .orElse("The base ended with exit code " + processExit + " before it was ready");
        String remedy = paragraph("Action:").map(text -> text + " ").orElse("") + "The whole log is in '" + log + "'.";
        return new CliException(exitCode(), message, remedy).withDetails(shown());
    }

    private ExitCode exitCode() {
        // Joined, for a report may break its lines anywhere
        String all = String.join(" ", lines);
        boolean conflict = CONFLICTS.stream().anyMatch(all::contains);
        if (conflict) {
            return ExitCode.CONFLICT;
        }
        return all.contains("INVALID_SETTINGS") ? ExitCode.USAGE : ExitCode.BUG;
    }

    private List<String> shown() {
        if (paragraph("Description:").isPresent()) {
            return List.of();
        }
        List<String> written = lines.stream().filter(line -> !line.isBlank()).toList();
        // The cause is where the lines of the stack trace are not
        List<String> telling =
                written.stream().filter(line -> !line.startsWith("\tat ")).toList();
        return telling.subList(Math.max(0, telling.size() - SHOWN), telling.size());
    }

    private Optional<String> paragraph(String title) {
        int at = lines.lastIndexOf(title);
        if (at < 0) {
            return Optional.empty();
        }
        String text = lines.subList(at + 1, lines.size()).stream()
                .dropWhile(String::isBlank)
                .takeWhile(line -> !line.isBlank())
                .map(String::strip)
                .reduce("", (left, right) -> left.isEmpty() ? right : left + " " + right);
        return Optional.of(text).filter(found -> !found.isEmpty());
    }
}
