package org.tasteprint.catalog.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Pattern;
import org.tasteprint.core.Feedback;

/** Times in logs: ISO 8601 (UTC where no zone is given), or seconds since 1970. */
final class EventTime {
    private static final String PLAIN = "0000-00-00T00:00:00Z";
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    /** The year 5138 in seconds, or 1973 in milliseconds. */
    private static final double FIRST_MILLISECONDS = 1e11;

    private EventTime() {}

    /** @return {@link Feedback#UNDATED} for an empty text, and for the year 1970's first second, which stands for "not known" */
    static Instant parse(String text) {
        String value = text.strip();
        if (value.isEmpty()) {
            return Feedback.UNDATED;
        }
        Instant at = isPlain(value) ? plain(value) : NUMBER.matcher(value).matches() ? seconds(value) : iso(value);
        if (at.isBefore(Instant.EPOCH)) {
            throw new BadRow("timestamp '%s' is before 1970".formatted(value));
        }
        return at;
    }

    /** Whether it is {@code 2009-04-08T01:57:47Z}, as millions of rows have it: the library takes ten times as long. */
    private static boolean isPlain(String value) {
        if (value.length() != PLAIN.length()) {
            return false;
        }
        for (int i = 0; i < PLAIN.length(); i++) {
            char c = value.charAt(i);
            if (PLAIN.charAt(i) == '0' ? c < '0' || c > '9' : c != PLAIN.charAt(i)) {
                return false;
            }
        }
        return value.charAt(11) < '2' && value.charAt(14) < '6' && value.charAt(17) < '6';
    }

    private static Instant plain(String value) {
        int month = number(value, 5);
        int day = number(value, 8);
        if (month < 1 || month > 12 || day < 1 || day > 28) {
            return iso(value);
        }
        long days = LocalDate.of(100 * number(value, 0) + number(value, 2), month, day).toEpochDay();
        return Instant.ofEpochSecond(
                ((days * 24 + number(value, 11)) * 60 + number(value, 14)) * 60 + number(value, 17));
    }

    private static int number(String value, int at) {
        return 10 * (value.charAt(at) - '0') + value.charAt(at + 1) - '0';
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
