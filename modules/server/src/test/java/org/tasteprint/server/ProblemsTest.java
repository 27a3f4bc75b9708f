package org.tasteprint.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.server.ServerUnderTest.Running;

@ExtendWith(ServerUnderTest.class)
class ProblemsTest {
    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/api/v1/nothing", "/api/v1/tracks//similar", "/styles", "/..%2f..%2fetc/passwd", "/views/"})
    void whatIsNotThereIsAProblemDocument(String path, Running running) {
        for (String accept : List.of("text/html", "application/json")) {
            HttpResponse<byte[]> response = running.client().get(path, "Accept", accept);
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(Contract.json(response).get("title").asText()).isEqualTo("Not Found");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void aWrongMethodIsToldWhichAreRight(String method, Running running) {
        HttpResponse<byte[]> response = running.client().method(method, "/api/v1/tracks");
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
        assertThat(running.client().get("/api/v1/classify").headers().firstValue("Allow")).hasValue("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /%2e%2e/%2e%2e/x HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /api/v1/tracks/a%00b HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /api/v1/tracks/%ff HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nbroken header\r\n\r\n",
        "NONSENSE\r\n\r\n",
        "FROBNICATE / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    })
    void whatIsHardlyHttpIsAProblemDocumentToo(String request, Running running) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", running.uri().getPort())) {
            socket.setSoTimeout(3000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).matches("(?s)HTTP/1.1 [45]\\d\\d.*").doesNotContain("<html", "Exception", "\tat ");
            assertThat(answer).contains("application/problem+json").contains("\"detail\":");
        }
    }

    @Test
    void everyKindOfErrorHasItsStatus(Running running) {
        expect(running, new TasteprintException(TasteprintException.Kind.INVALID_INPUT, "k is odd"), 400, "k is odd");
        expect(running, new TasteprintException(TasteprintException.Kind.NOT_FOUND, "no history of ada"), 404, "no history of ada");
        expect(running, new TasteprintException(TasteprintException.Kind.CONFLICT, "training goes on"), 409, "training goes on");
        expect(running, new TasteprintException(TasteprintException.Kind.UNAVAILABLE, "no taste model: run train taste"), 503, "no taste model");
    }

    @Test
    void whatWasNotExpectedIsToldWithoutItsInsides(Running running) {
        expect(running, new IllegalStateException("secret /home/ada/key"), 500, "the server's log has the details");
    }

    private static void expect(Running running, RuntimeException failure, int status, String detail) {
        running.music().failure = failure;
        try {
            HttpResponse<byte[]> response = running.client().get("/api/v1/users/ada/recommendations");
            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains(detail).doesNotContain("secret", "Exception");
        } finally {
            running.music().failure = null;
        }
    }
}
