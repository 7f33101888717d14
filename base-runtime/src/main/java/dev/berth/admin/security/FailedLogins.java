package dev.berth.admin.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;

/** Logs refused log-ins, at most once in ten seconds, so that guessing can't fill the disk. */
final class FailedLogins {

    private static final Logger logger = LoggerFactory.getLogger(FailedLogins.class);

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Clock clock;
    private final AtomicReference<Instant> quietUntil = new AtomicReference<>(Instant.MIN);
    private final AtomicLong unreported = new AtomicLong();

    FailedLogins(Clock clock) {
        this.clock = clock;
    }

    /**
     * Takes note of a refused log-in.
     *
     * @return whether it was logged, with all that were not before it
     */
    boolean record(String remoteAddress, AuthenticationException reason) {
        unreported.incrementAndGet();
        Instant now = clock.instant();
        Instant until = quietUntil.get();
        if (now.isBefore(until) || !quietUntil.compareAndSet(until, now.plus(PAUSE))) {
            return false;
        }
        logger.atWarn()
                .addKeyValue("address", remoteAddress)
                .addKeyValue("error", reason.getMessage())
                .addKeyValue("attempts", unreported.getAndSet(0))
                .log("A log-in to the admin API was refused");
        return true;
    }
}
