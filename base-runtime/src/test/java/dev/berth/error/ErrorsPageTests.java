package dev.berth.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/errors.md says what the codes say. {@code -Dberth-test.docs.write=true} writes its table anew. */
class ErrorsPageTests {

    private static final Path PAGE = Path.of("../docs/errors.md");
    private static final String HEAD = "| code | category | HTTP | exit | meaning |\n|---|---|---|---|---|\n";

    @Test
    void pageHasTheTableOfTheCodes() throws IOException {
        // Given
        String table = HEAD
                + Arrays.stream(ErrorCode.values())
                        .map(code -> "| `%s` | %s | %d | %d | %s |"
                                .formatted(
                                        code.name(),
                                        code.category().name().toLowerCase(Locale.ROOT),
                                        code.outcome().httpStatus(),
                                        code.outcome().exitCode(),
                                        code.meaning()))
                        .collect(Collectors.joining("\n", "", "\n"));
        // When
        String page = Files.readString(PAGE);
        if (Boolean.getBoolean("berth-test.docs.write")) {
            page = page.substring(0, page.indexOf(HEAD)) + table;
            Files.writeString(PAGE, page);
        }
        // Then
        assertThat(page).endsWith(table);
    }

    @Test
    void everyMeaningIsAFactWithoutAFullStop() {
        assertThat(ErrorCode.values())
                .allSatisfy(code -> assertThat(code.meaning()).matches("[A-Z].*[^.]"));
    }
}
