package org.tasteprint.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tasteprint.server.ServerUnderTest.Running;

@ExtendWith(ServerUnderTest.class)
class GenreServiceTest {
    @Test
    void aFormIsAnsweredInThreeWords(Running running) throws Exception {
        HttpResponse<byte[]> response = running.client().upload("/classify", "classical.00067.wav", SampleMusic.wav(1));
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode answer = Contract.json(response);
        assertThat(answer.fieldNames()).toIterable().containsExactly("duration", "message", "status");
        assertThat(answer.get("message").asText()).isEqualTo("jazz");
        assertThat(answer.get("status").asText()).isEqualTo("success");
        assertThat(answer.get("duration").asDouble()).isBetween(0.05, 30.0);
    }

    @Test
    void aFileAsBodyIsAnsweredToo(Running running) throws Exception {
        HttpResponse<byte[]> response = running.client().post("/classify?middle=7", "audio/wav", SampleMusic.wav(1));
        assertThat(Contract.json(response).get("message").asText()).isEqualTo("jazz");
        assertThat(running.music().middle).isEqualTo(Duration.ofSeconds(7));
        // What curl --data-binary says where it is told nothing.
        assertThat(running.client().post("/classify", "application/x-www-form-urlencoded", SampleMusic.wav(1)).statusCode())
                .isEqualTo(200);
        assertThat(running.music().seen).isNotEmpty().noneMatch(Files::exists);
    }

    @Test
    void whatIsWrongIsToldInTheSameWords(Running running) throws Exception {
        byte[] list = "this is a shopping list".getBytes(StandardCharsets.UTF_8);
        refused(running.client().post("/classify", "audio/mpeg", list), 422, "the file is no audio that can be read");
        refused(running.client().post("/classify", "audio/mpeg", new byte[0]), 400, "there is no sound");
        refused(running.client().upload("/classify?middle=2", "a.wav", SampleMusic.wav(1)), 400, "3..3600");
        refused(running.client().upload("/classify?size=2", "a.wav", SampleMusic.wav(1)), 400, "size is not known here");
        refused(running.client().upload("/classify", "a.wav", SampleMusic.wav(1), "b.wav", SampleMusic.wav(2)), 400, "there are 2");
        refused(
                running.client().post("/classify", "audio/wav", new byte[(int) ServerUnderTest.MAX_UPLOAD_BYTES + 1]),
                413, "larger than 2 MB");
        refused(
                running.client().post("/classify", "audio/wav", list, "Origin", "http://elsewhere.example"),
                403, "must be this server's own");
    }

    @Test
    void aBodyThatDoesNotSayHowLongItIsEndsAtTheLimit(Running running) throws Exception {
        byte[] large = new byte[(int) ServerUnderTest.MAX_UPLOAD_BYTES + 1];
        HttpRequest chunked = HttpRequest.newBuilder(running.uri().resolve("/classify"))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build();
        try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            refused(http.send(chunked, HttpResponse.BodyHandlers.ofByteArray()), 413, "larger than 2 MB");
        }
    }

    private static void refused(HttpResponse<byte[]> response, int status, String message) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Contract.json(response).get("status").asText()).isEqualTo("error");
        assertThat(Contract.json(response).get("message").asText()).contains(message);
    }
}
