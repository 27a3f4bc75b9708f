package org.tasteprint.catalog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Pattern;

/** Times in logs: ISO 8601 (UTC where no zone is given), or seconds since 1970. */
final class EventTime {
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    /** The year 5138 in seconds, or 1973 in milliseconds. */
    private static final double FIRST_MILLISECONDS = 1e11;

    private EventTime() {}

    /** @return null for an empty text, and for the year 1970's first second, which stands for "not known" */
    static Instant parse(String text) {
        String value = text.strip();
        if (value.isEmpty()) {
            return null;
        }
        Instant at = NUMBER.matcher(value).matches() ? seconds(value) : iso(value);
        if (at.isBefore(Instant.EPOCH)) {
            throw new BadRow("timestamp '%s' is before 1970".formatted(value));
        }
        return at.equals(Instant.EPOCH) ? null : at;
    }

    private static Instant seconds(String value) {
        double seconds = Double.parseDouble(value);
        if (seconds >= FIRST_MILLISECONDS) {
            throw new BadRow("timestamp '%s' is too far ahead: are these milliseconds? give seconds".formatted(value));
        }
        return Instant.ofEpochMilli(Math.round(seconds * 1000));
    }

    private static Instant iso(String value) {
        try {
            if (value.length() == "2026-01-31".length()) {
                return LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    value.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime zoned
                    ? zoned.toInstant()
                    : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new BadRow("timestamp '%s' is neither ISO 8601 (2026-01-31T18:00:00Z) nor seconds since 1970".formatted(value));
        }
    }
}
