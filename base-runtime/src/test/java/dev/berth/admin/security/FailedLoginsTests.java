package dev.berth.admin.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.admin.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;

class FailedLoginsTests {

    private static final BadCredentialsException REASON = new BadCredentialsException("Wrong token");

    private final MovableClock clock = new MovableClock();
    private final FailedLogins logins = new FailedLogins(clock);

    @Test
    void recordLogsTheFirstAndThenAtMostOneInTenSeconds() {
        // When
        boolean first = logins.record("127.0.0.1", REASON);
        boolean second = logins.record("127.0.0.1", REASON);
        clock.advance(Duration.ofSeconds(9));
        boolean early = logins.record("127.0.0.1", REASON);
        clock.advance(Duration.ofSeconds(1));
        boolean late = logins.record("127.0.0.1", REASON);
        // Then
        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(early).isFalse();
        assertThat(late).isTrue();
    }
}
