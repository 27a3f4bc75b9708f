package org.tasteprint.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.server.ServerUnderTest.Running;

@ExtendWith(ServerUnderTest.class)
class HttpServerTest {
    @Test
    void aPortInUseIsOneClearLine(Running running) {
        int port = running.uri().getPort();
        assertThatThrownBy(() -> HttpServer.start(new ServerSettings("127.0.0.1", port), running.catalog(), running.music(), running.work()))
                .isInstanceOfSatisfying(TasteprintException.class, e -> assertThat(e.kind()).isEqualTo(TasteprintException.Kind.CONFLICT))
                .hasMessage("port %d is already in use: stop the other program or choose one with --port", port);
    }

    @Test
    void hostsThatDoNotExistAreNamed(Running running) {
        assertThatThrownBy(() -> HttpServer.start(new ServerSettings("no.such.host.invalid", 0), running.catalog(), running.music(), running.work()))
                .hasMessage("host no.such.host.invalid is not known: use --host 127.0.0.1");
    }

    @Test
    void startsAndStopsWithoutAWord(Running running) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream to = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(to);
            System.setErr(to);
            HttpServer.start(new ServerSettings("127.0.0.1", 0), running.catalog(), running.music(), running.work()).close();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void stoppingLetsRequestsFinish(Running running) throws Exception {
        HttpServer server = HttpServer.start(new ServerSettings("127.0.0.1", 0), running.catalog(), running.music(), running.work());
        ContractClient client = new ContractClient(server.uri());
        client.get("/health/live");
        running.music().seen.clear();
        byte[] wav = SampleMusic.wav(1);
        CompletableFuture<HttpResponse<byte[]>> answer = CompletableFuture.supplyAsync(() -> client.classify("a.wav", wav));
        while (running.music().seen.isEmpty()) {
            Thread.sleep(2);
        }
        server.close();
        assertThat(answer.get().statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"localhost,200", "LOCALHOST:80,200", "127.0.0.1:7070,200", "[::1]:7070,200", "evil.example,403", "localhost.evil.example,403", "127.0.0.1.nip.io:7070,403"})
    void onlyNamesOfThisMachineAreAnswered(String host, int status, Running running) throws IOException {
        assertThat(raw(running, "GET /api/v1/status HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(host)))
                .startsWith("HTTP/1.1 " + status);
    }

    @Test
    void otherPagesMayNotPost(Running running) throws IOException {
        String post = "POST /api/v1/classify HTTP/1.1\r\nHost: localhost:7070\r\nConnection: close\r\nContent-Length: 0\r\n";
        assertThat(raw(running, post + "Origin: http://evil.example\r\n\r\n")).startsWith("HTTP/1.1 403").contains("\"parameter\":\"Origin\"");
        assertThat(raw(running, post + "Origin: null\r\n\r\n")).startsWith("HTTP/1.1 403");
        assertThat(raw(running, post + "Origin: http://localhost:7070\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(raw(running, post + "\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void headersKeepThePageToItself(Running running) {
        HttpResponse<byte[]> page = running.client().get("/", "Origin", "http://evil.example");
        assertThat(page.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().map().keySet()).noneMatch(name -> name.toLowerCase().startsWith("access-control") || name.equalsIgnoreCase("server"));
        assertThat(running.client().get("/app.js").headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
    }

    @Test
    void longAnswersAreCompressed(Running running) {
        HttpResponse<byte[]> list = running.client().get("/app.js", "Accept-Encoding", "gzip");
        assertThat(list.headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    @Test
    void healthSaysWhatIsMissing(Running running) {
        assertThat(running.client().get("/health/ready").statusCode()).isEqualTo(200);
        running.music().missing = List.of("genre model");
        try {
            HttpResponse<byte[]> response = running.client().get("/health/ready");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(Contract.json(response).get("missing").toString()).isEqualTo("[\"genre model\"]");
            assertThat(running.client().get("/health/live").statusCode()).isEqualTo(200);
        } finally {
            running.music().missing = List.of();
        }
    }

    @Test
    void statusCountsWhatIsThere(Running running) {
        JsonNode status = running.client().json("/api/v1/status");
        assertThat(status.get("tracks").asInt()).isEqualTo(SampleMusic.trackCount());
        assertThat(status.get("users").asInt()).isEqualTo(6);
        assertThat(status.get("default_space").asText()).isEqualTo("taste");
        assertThat(status.get("genre_model").asBoolean()).isTrue();
        assertThat(status.get("max_upload_bytes").asLong()).isEqualTo(ServerUnderTest.MAX_UPLOAD_BYTES);
    }

    private static String raw(Running running, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", running.uri().getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
