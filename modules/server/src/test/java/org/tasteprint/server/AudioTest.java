package org.tasteprint.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tasteprint.server.ServerUnderTest.Running;

@ExtendWith(ServerUnderTest.class)
class AudioTest {
    private static final String URL = "/api/v1/tracks/amb-01/audio";
    private byte[] file;

    @BeforeEach
    void read(Running running) throws IOException {
        file = Files.readAllBytes(running.catalog().track("amb-01").orElseThrow().audio().orElseThrow());
    }

    @Test
    void sendsTheWholeFileUncompressed(Running running) {
        HttpResponse<byte[]> response = running.client().get(URL, "Accept-Encoding", "gzip");
        assertThat(response.body()).isEqualTo(file);
        assertThat(response.headers().map())
                .containsEntry("content-type", List.of("audio/wav"))
                .containsEntry("accept-ranges", List.of("bytes"))
                .containsEntry("content-length", List.of(String.valueOf(file.length)))
                .doesNotContainKey("content-encoding");
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-0,0,1", "bytes=100-199,100,200", "bytes=100-,100,-1", "bytes=-7,-7,-1", "bytes=1000-99999999,1000,-1"})
    void sendsTheStretchThatIsAskedFor(String range, int from, int to, Running running) {
        int first = from < 0 ? file.length + from : from;
        int end = to < 0 ? file.length : to;
        HttpResponse<byte[]> response = running.client().get(URL, "Range", range);
        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(response.body()).isEqualTo(Arrays.copyOfRange(file, first, end));
        assertThat(response.headers().firstValue("Content-Range")).hasValue("bytes %d-%d/%d".formatted(first, end - 1, file.length));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"bytes=5-2", "bytes=a-b", "bytes=-", "seconds=1-2", "bytes=0-1,4-5"})
    void ignoresARangeThatIsNone(String range, Running running) {
        HttpResponse<byte[]> response = running.client().get(URL, "Range", range);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).hasSize(file.length);
    }

    @ParameterizedTest
    @CsvSource({"bytes=99999999-", "bytes=-0"})
    void refusesBytesBehindTheEnd(String range, Running running) {
        HttpResponse<byte[]> response = running.client().get(URL, "Range", range);
        assertThat(response.statusCode()).isEqualTo(416);
        assertThat(response.headers().firstValue("Content-Range")).hasValue("bytes */" + file.length);
    }

    @Test
    void headTellsTheLengthAndSendsNothing(Running running) {
        HttpResponse<byte[]> response = running.client().method("HEAD", URL);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(file.length);
    }

    @Test
    void theFileOfAnotherTimeIsSentWhole(Running running) {
        String tag = running.client().get(URL).headers().firstValue("ETag").orElseThrow();
        assertThat(running.client().get(URL, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(running.client().get(URL, "Range", "bytes=0-9", "If-Range", tag).body()).hasSize(10);
        assertThat(running.client().get(URL, "Range", "bytes=0-9", "If-Range", "\"older\"").body()).hasSize(file.length);
    }

    @Test
    void aFileThatIsGoneIsNotFound(Running running) throws IOException {
        Path path = running.catalog().track("roc-03").orElseThrow().audio().orElseThrow();
        Path elsewhere = Files.move(path, path.resolveSibling("moved.wav"));
        try {
            HttpResponse<byte[]> response = running.client().get("/api/v1/tracks/roc-03/audio");
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(Contract.json(response).get("detail").asText())
                    .contains("track roc-03 is no longer there")
                    .doesNotContain(path.getParent().toString());
        } finally {
            Files.move(elsewhere, path);
        }
    }
}
