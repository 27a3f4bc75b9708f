package org.tasteprint.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogLinesTest {
    private static LogRecord request() {
        LogRecord line = new LogRecord(Level.INFO, "{0}");
        line.setLoggerName("org.tasteprint.server.requests");
        line.setParameters(new Object[] {"GET /a{b} 200", Map.of("status", 200, "path", "/a{b}", "message", "not this")});
        return line;
    }

    @Test
    void programsReadTheParts() {
        String text = new LogLines(LogLines.Form.JSON).format(request());
        assertThat(text).endsWith("}\n").hasLineCount(1);
        JsonNode json = new JsonMapper().readTree(text);
        assertThat(json.get("message").asString()).isEqualTo("GET /a{b} 200");
        assertThat(json.get("status").asInt()).isEqualTo(200);
        assertThat(json.get("level").asString()).isEqualTo("INFO");
        assertThat(json.has("error")).isFalse();
    }

    @Test
    void peopleReadTheSentence() {
        assertThat(new LogLines(LogLines.Form.TEXT).format(request()))
                .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} INFO org.tasteprint.server.requests - GET /a\\{b} 200\\R");
    }

    @Test
    void anErrorOfSeveralLinesIsOneLineOfJson() {
        LogRecord line = new LogRecord(Level.SEVERE, "it\nbroke");
        line.setThrown(new IllegalStateException("why\nso"));
        String text = new LogLines(LogLines.Form.JSON).format(line);
        assertThat(text).hasLineCount(1);
        JsonNode json = new JsonMapper().readTree(text);
        assertThat(json.get("level").asString()).isEqualTo("ERROR");
        assertThat(json.get("error").asString()).contains("IllegalStateException: why\nso", "LogLinesTest");
    }
}
