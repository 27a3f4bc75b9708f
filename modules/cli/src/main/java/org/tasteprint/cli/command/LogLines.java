package org.tasteprint.cli.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import tools.jackson.databind.json.JsonMapper;

/** Records of the log as lines: for people, or a JSON object each for programs. */
final class LogLines extends Formatter {
    /** How a line is written. */
    enum Form {
        /** Time, level, logger and message; an exception on lines of its own. */
        TEXT,
        /** An object with {@code time}, {@code level}, {@code logger}, {@code message}, the parts of a request, and {@code error}. */
        JSON
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private final Form form;

    LogLines(Form form) {
        this.form = form;
    }

    @Override
    public String format(LogRecord line) {
        return switch (form) {
            case TEXT -> "%s %s %s - %s%n%s".formatted(
                    CLOCK.format(line.getInstant()), level(line), line.getLoggerName(), formatMessage(line), error(line));
            case JSON -> JSON.writeValueAsString(parts(line)) + "\n";
        };
    }

    private Map<String, Object> parts(LogRecord line) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("time", line.getInstant().toString());
        parts.put("level", level(line));
        parts.put("logger", line.getLoggerName());
        parts.put("message", formatMessage(line));
        for (Object parameter : line.getParameters() == null ? new Object[0] : line.getParameters()) {
            if (parameter instanceof Map<?, ?> named) {
                named.forEach((name, value) -> parts.putIfAbsent(name.toString(), value));
            }
        }
        if (line.getThrown() != null) {
            parts.put("error", error(line));
        }
        return parts;
    }

    private static String error(LogRecord line) {
        if (line.getThrown() == null) {
            return "";
        }
        StringWriter trace = new StringWriter();
        line.getThrown().printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }

    private static String level(LogRecord line) {
        int level = line.getLevel().intValue();
        return level >= Level.SEVERE.intValue() ? "ERROR"
                : level >= Level.WARNING.intValue() ? "WARN"
                : level >= Level.INFO.intValue() ? "INFO" : "DEBUG";
    }
}
