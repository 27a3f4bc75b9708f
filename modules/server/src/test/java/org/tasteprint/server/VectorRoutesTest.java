package org.tasteprint.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tasteprint.core.Provenance;
import org.tasteprint.index.Point;
import org.tasteprint.index.SpaceDefinition;
import org.tasteprint.index.query.Attributes;
import org.tasteprint.nets.Tensor;
import org.tasteprint.nets.format.Npy;
import org.tasteprint.server.ServerUnderTest.Running;

@ExtendWith(ServerUnderTest.class)
class VectorRoutesTest {
    private static final String VECTORS = "/api/v1/spaces/taste/vectors";

    @Test
    void everyFormatHasTheSameRows(Running running) throws IOException {
        HttpResponse<byte[]> lines = running.client().get(VECTORS);
        HttpResponse<byte[]> npy = running.client().get(VECTORS + "?format=npy");
        HttpResponse<byte[]> csv = running.client().get(VECTORS + "?format=csv", "Accept-Encoding", "identity");
        assertThat(npy.headers().firstValue("ETag")).isPresent().isEqualTo(csv.headers().firstValue("ETag"));
        List<JsonNode> json = text(lines).lines().map(VectorRoutesTest::json).toList();
        assertThat(json).hasSize(SampleMusic.trackCount() - 1);
        Tensor rows = Npy.read(new ByteArrayInputStream(npy.body()), "taste.npy");
        assertThat(rows.shape()).containsExactly(json.size(), 8);
        List<String> ids = text(csv).lines().toList();
        assertThat(ids.getFirst()).isEqualTo("track_id");
        for (int row = 0; row < json.size(); row++) {
            assertThat(ids.get(row + 1)).isEqualTo(json.get(row).get("track_id").asText());
            for (int d = 0; d < 8; d++) {
                assertThat(rows.values()[8 * row + d]).isEqualTo((float) json.get(row).get("vector").get(d).asDouble());
            }
        }
        assertThat(npy.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"taste.npy\"");
        String tag = npy.headers().firstValue("ETag").orElseThrow();
        assertThat(running.client().get(VECTORS, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(running.client().method("HEAD", VECTORS).body()).isEmpty();
    }

    @Test
    void aClientThatLeavesInTheMiddleIsNobodysFault(Running running) throws Exception {
        running.music().add(SpaceDefinition.of("large", 256, Provenance.now("train", 1, "", Map.of())), points(8000, 256));
        try (Socket socket = new Socket("127.0.0.1", running.uri().getPort())) {
            socket.setReceiveBufferSize(1 << 12);
            socket.getOutputStream().write(
                    "GET /api/v1/spaces/large/vectors HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readNBytes(15), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200 OK");
            socket.setSoLinger(true, 0);
        }
        int lines = (int) text(running.client().get("/api/v1/spaces/large/vectors")).lines().count();
        assertThat(lines).isEqualTo(8000);
        assertThat(running.client().get("/health/ready").statusCode()).isEqualTo(200);
    }

    private static Iterable<Point> points(int count, int dimensions) {
        SplittableRandom random = new SplittableRandom(5);
        return () -> IntStream.range(0, count).mapToObj(i -> {
            float[] vector = new float[dimensions];
            for (int d = 0; d < dimensions; d++) {
                vector[d] = (float) random.nextGaussian();
            }
            return new Point("point-" + i, vector, Attributes.NONE);
        }).iterator();
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
