package org.tasteprint.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tasteprint.server.ServerUnderTest.Running;

@ExtendWith(ServerUnderTest.class)
class JobRoutesTest {
    private static final String JOBS = "/api/v1/jobs";

    @Test
    void aJobIsStartedWatchedAndDone(Running running) {
        HttpResponse<byte[]> started = post(running, "{\"kind\": \"count\", \"parameters\": {\"to\": \"5\"}}");
        assertThat(started.statusCode()).isEqualTo(202);
        String job = started.headers().firstValue("Location").orElseThrow();
        String events = new String(running.client().get(job + "/events").body());
        assertThat(events).startsWith("event: ").contains("event: done\ndata: {").endsWith("\n\n");
        JsonNode done = running.client().json(job);
        assertThat(done.get("state").asText()).isEqualTo("done");
        assertThat(done.get("result").get("counted").asInt()).isEqualTo(5);
        assertThat(running.client().json(JOBS + "?limit=1").get("jobs").get(0)).isEqualTo(done);
        assertThat(running.client().method("DELETE", job).statusCode()).isEqualTo(409);
    }

    @Test
    void aJobUnderWayIsCancelled(Running running) throws Exception {
        running.work().letGo = new CountDownLatch(1);
        try {
            String job = post(running, "{\"kind\": \"wait\"}").headers().firstValue("Location").orElseThrow();
            until(running, job, "running");
            assertThat(Contract.json(running.client().method("DELETE", job)).get("cancelling").asBoolean()).isTrue();
            until(running, job, "cancelled");
        } finally {
            running.work().letGo.countDown();
        }
    }

    @Test
    void whoWatchesAJobAndLeavesIsForgotten(Running running) throws Exception {
        running.work().letGo = new CountDownLatch(1);
        try {
            String job = post(running, "{\"kind\": \"wait\"}").headers().firstValue("Location").orElseThrow();
            until(running, job, "running");
            try (Socket socket = new Socket("127.0.0.1", running.uri().getPort())) {
                socket.getOutputStream().write("GET %s/events HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(job).getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(socket.getInputStream().readNBytes(15), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200 OK");
                socket.setSoLinger(true, 0);
            }
            int before = events(running);
            for (int i = 0; i < 500 && events(running) == before; i++) {
                Thread.sleep(10);
            }
            assertThat(events(running)).as("watches that have ended").isGreaterThan(before);
            assertThat(running.client().json(job).get("state").asText()).isEqualTo("running");
            running.client().method("DELETE", job);
            until(running, job, "cancelled");
        } finally {
            running.work().letGo.countDown();
        }
    }

    private static int events(Running running) {
        Matcher counted = Pattern.compile("http_server_requests_seconds_count\\{method=\"GET\",route=\"/api/v1/jobs/\\{id}/events\",status=\"200\"} (\\d+)")
                .matcher(new String(running.client().get("/metrics").body()));
        return counted.find() ? Integer.parseInt(counted.group(1)) : 0;
    }

    @Test
    void whatAServerLeavesUnfinishedTheNextOneBeginsAgain() throws Exception {
        try (Running first = Running.start(0)) {
            first.work().letGo = new CountDownLatch(1);
            String job = post(first, "{\"kind\": \"wait\"}").headers().firstValue("Location").orElseThrow();
            until(first, job, "running");
            first.server().close();
            SmallWork work = new SmallWork(first.music());
            try (HttpServer second = HttpServer.start(new ServerSettings("127.0.0.1", 0), first.catalog(), first.music(), work)) {
                ContractClient client = new ContractClient(second.uri());
                until(client, job, "done");
                assertThat(client.json(job).get("attempts").asInt()).isEqualTo(2);
            }
        }
    }

    @Test
    void whyAJobFailedIsTold(Running running) throws Exception {
        String job = post(running, "{\"kind\": \"fail\"}").headers().firstValue("Location").orElseThrow();
        until(running, job, "failed");
        assertThat(running.client().json(job).get("error").asText()).isEqualTo("nothing to fail with: import some");
    }

    @Test
    void whatIsWrongIsNamed(Running running) {
        refused(post(running, "{\"kind\": \"sing\"}"), 400, "kind must be one of count, wait, fail, map; kind=sing");
        refused(post(running, "{\"kind\": \"count\", \"parameters\": {\"form\": \"1\"}}"), 400, "has no parameter form; it has to");
        refused(post(running, "{\"kid\": 1}"), 400, "kid");
        refused(post(running, "{"), 400, "not the JSON");
        refused(post(running, ""), 400, "body");
        refused(running.client().get(JOBS + "/99999999"), 404, "there is no job 99999999");
        refused(running.client().get(JOBS + "/one"), 400, "must be the number of a job");
    }

    private static HttpResponse<byte[]> post(Running running, String body) {
        return running.client().post(JOBS, "application/json", body.getBytes());
    }

    private static void refused(HttpResponse<byte[]> response, int status, String detail) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Contract.json(response).get("detail").asText()).contains(detail);
    }

    private static void until(Running running, String job, String state) throws InterruptedException {
        until(running.client(), job, state);
    }

    private static void until(ContractClient client, String job, String state) throws InterruptedException {
        for (int i = 0; i < 1000 && !client.json(job).get("state").asText().equals(state); i++) {
            Thread.sleep(10);
        }
        assertThat(client.json(job).get("state").asText()).isEqualTo(state);
    }
}
