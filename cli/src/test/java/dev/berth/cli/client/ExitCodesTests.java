package dev.berth.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cli.error.ExitCode;
import dev.berth.error.ErrorCode;
import dev.berth.error.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExitCodesTests {

    @ParameterizedTest
    @EnumSource
    void ofCodeWhenBaseKnowsTheCodeAgreesWithIt(ErrorCode code) {
        // Given / When / Then
        assertThat(ExitCodes.ofCode(code.name()).map(ExitCode::number))
                .contains(code.outcome().exitCode());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "VERIFICATION_FAILED") // Shares its status with BIZ_FAILED
    void ofStatusWhenBaseUsesItAgreesWithIt(Outcome outcome) {
        // Given / When / Then
        assertThat(ExitCodes.ofStatus(outcome.httpStatus()).number()).isEqualTo(outcome.exitCode());
    }
}
