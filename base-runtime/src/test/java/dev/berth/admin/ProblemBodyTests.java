package dev.berth.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.control.Problem;
import dev.berth.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemBodyTests {

    @ParameterizedTest
    @EnumSource
    void ofGivesEveryCodeAStatusOfAnError(ErrorCode code) {
        // When
        ProblemBody body = ProblemBody.of(new Problem(code, "It happened", "Mend it"));
        // Then
        assertThat(body.status()).isBetween(400, 599).isEqualTo(code.outcome().httpStatus());
        assertThat(body.exitCode()).isEqualTo(code.outcome().exitCode());
        assertThat(body.title()).matches("[A-Z][a-z ]+");
        assertThat(body.type()).isEqualTo("urn:berth:error:" + code.name());
    }

    @Test
    void jsonWritesTheCodeAsItIsAndTheCategoryInLowerCase() {
        // Given
        Problem problem = new Problem(ErrorCode.STORAGE_FAILED, "The disk is full", "Make room");
        // When
        String json = new String(Json.bytes(ProblemBody.of(problem).loggedAs("0123")), StandardCharsets.UTF_8);
        // Then
        assertThat(json)
                .contains(
                        "\"code\":\"STORAGE_FAILED\"",
                        "\"category\":\"external\"",
                        "\"instance\":\"urn:berth:incident:0123\"")
                .doesNotContain("operation", "null");
    }
}
