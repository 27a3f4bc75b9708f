package org.tasteprint.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tasteprint.server.ServerUnderTest.Running;
import org.tasteprint.server.observe.AccessLog;

@ExtendWith(ServerUnderTest.class)
class AccessLogTest {
    @Test
    void everyRequestIsALineWithoutItsQuery(Running running) throws InterruptedException {
        List<LogRecord> lines = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger requests = Logger.getLogger(AccessLog.NAME);
        Level before = requests.getLevel();
        requests.addHandler(handler);
        requests.setLevel(Level.INFO);
        requests.setUseParentHandlers(false);
        try {
            running.client().get("/rest/ping?password=tp_secret", "X-Request-Id", "call-9");
            for (int i = 0; i < 100 && lines.isEmpty(); i++) {
                Thread.sleep(10);
            }
        } finally {
            requests.setLevel(before);
            requests.removeHandler(handler);
        }
        LogRecord line = lines.getFirst();
        assertThat(line.getParameters()[0].toString()).startsWith("GET /rest/ping 200 ").doesNotContain("secret");
        assertThat((Map<?, ?>) line.getParameters()[1]).satisfies(parts -> {
            assertThat(parts.get("request_id")).isEqualTo("call-9");
            assertThat(parts.get("route")).isEqualTo("/rest/ping");
            assertThat(parts.get("status")).isEqualTo(200);
            assertThat((Long) parts.get("bytes")).isGreaterThan(50);
            assertThat(parts.get("caller")).isEqualTo("127.0.0.1");
        });
    }
}
