package org.tasteprint.catalog.log;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * How a log is to be read.
 *
 * @param format  how it is written; found out from its content when empty
 * @param columns which column of a table tells what; found out from their names when empty
 * @param user    whose listens they are, where the log does not say; empty when it does
 */
public record LogRequest(Optional<LogFormat> format, Map<LogColumn, String> columns, String user) {
    public LogRequest {
        requireNonNull(format, "format is null");
        requireNonNull(user, "user is null");
        columns = Map.copyOf(columns);
    }

    /** All of it found out. */
    public static LogRequest automatic() {
        return new LogRequest(Optional.empty(), Map.of(), "");
    }

    /** A log of that format that says everything itself. */
    public static LogRequest of(LogFormat format) {
        return new LogRequest(Optional.of(format), Map.of(), "");
    }
}
