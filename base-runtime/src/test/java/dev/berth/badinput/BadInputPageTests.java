package dev.berth.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of bad input has a row for each case, in order; what the rows say is held against real answers elsewhere. */
class BadInputPageTests {

    @Test
    void pageHasARowForEachCaseInOrder() {
        // When
        List<String> sent = BadInputPage.rows().stream().map(BadInputPage::sent).toList();
        // Then
        assertThat(sent)
                .isEqualTo(Arrays.stream(BadInput.values()).map(BadInput::sent).toList());
    }

    @Test
    void rowsHaveStatusAndExitCodeOfTheirCodes() {
        // When
        List<String> rows = BadInputPage.rows();
        // Then
        for (BadInput input : BadInput.values()) {
            input.code().ifPresent(code -> assertThat(rows)
                    .anyMatch(row -> row.startsWith("| %s | `%s` | %d | %d | "
                            .formatted(
                                    input.sent(),
                                    code,
                                    code.outcome().httpStatus(),
                                    code.outcome().exitCode()))));
        }
    }
}
