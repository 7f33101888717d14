package dev.berth.packaging;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.apache.maven.plugin.MojoExecutionException;

/** The time that every entry of a jar carries, so that the same build gives the same bytes. */
final class EntryTime {

    /** The earliest time that a zip file holds without surprises in any time zone, as build tools use it. */
    private static final LocalDateTime UNSET = LocalDateTime.of(1980, 2, 1, 0, 0);

    private EntryTime() {}

    /**
     * Reads Maven's {@code project.build.outputTimestamp}.
     *
     * @param timestamp ISO-8601, seconds since 1970, or at most one other character for none
     * @throws MojoExecutionException if it is neither
     */
    static LocalDateTime of(String timestamp) throws MojoExecutionException {
        if (timestamp.matches("\\d+")) {
            return LocalDateTime.ofInstant(Instant.ofEpochSecond(Long.parseLong(timestamp)), ZoneOffset.UTC);
        }
        if (timestamp.length() < 2) {
            return UNSET;
        }
        try {
            return OffsetDateTime.parse(timestamp)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDateTime();
        } catch (DateTimeParseException e) {
            throw new MojoExecutionException(
                    "'" + timestamp + "' is no time. Write project.build.outputTimestamp as 2026-01-31T12:00:00Z.", e);
        }
    }
}
