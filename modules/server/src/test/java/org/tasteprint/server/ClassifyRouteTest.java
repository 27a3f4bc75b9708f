package org.tasteprint.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tasteprint.server.ServerUnderTest.Running;

@ExtendWith(ServerUnderTest.class)
class ClassifyRouteTest {
    private static final byte[] NO_AUDIO = "this is a shopping list".getBytes(StandardCharsets.UTF_8);

    @Test
    void tellsTheGenreOfEveryFile(Running running) throws IOException {
        HttpResponse<byte[]> response = running.client().classify("My Song.wav", SampleMusic.wav(1), "C:\\music\\b.wav", SampleMusic.wav(2));
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode results = Contract.json(response).get("results");
        assertThat(results).hasSize(2);
        assertThat(results.get(0).get("file").asText()).isEqualTo("My Song.wav");
        assertThat(results.get(1).get("file").asText()).isEqualTo("b.wav");
        assertThat(results.get(0).get("genre").asText()).isEqualTo("jazz");
        assertThat(results.get(0).get("probabilities").fieldNames()).toIterable().startsWith("jazz", "folk");
        assertThat(results.get(0).get("seconds").asDouble()).isGreaterThan(0.05);
        assertThat(running.music().seen).isNotEmpty().noneMatch(Files::exists);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void listensToTheMiddleWhenAskedTo(Running running) throws IOException {
        HttpResponse<byte[]> response = running.client().upload("/api/v1/classify?middle=7", "a.wav", SampleMusic.wav(1));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(running.music().middle).isEqualTo(Duration.ofSeconds(7));
        refused(running.client().upload("/api/v1/classify?middle=2", "a.wav", SampleMusic.wav(1)), 400, "3..3600", "middle");
        running.client().classify("a.wav", SampleMusic.wav(1));
        assertThat(running.music().middle).isZero();
    }

    @Test
    void aFileThatIsNoAudioIsNamedAsItsOwnerKnowsIt(Running running) throws IOException {
        HttpResponse<byte[]> response = running.client().classify("groceries.mp3", NO_AUDIO);
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Contract.json(response).get("detail").asText())
                .isEqualTo("groceries.mp3 is no audio that can be read: give a sound file");
        assertThat(Contract.json(response).get("parameter").asText()).isEqualTo("file");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void aNameIsNeverAPath(Running running) throws IOException {
        assertThat(Contract.json(running.client().classify("../../../etc/evil.wav", SampleMusic.wav(1)))
                        .get("results").get(0).get("file").asText())
                .isEqualTo("evil.wav");
        assertThat(running.music().seen).allSatisfy(path -> assertThat(path.getParent().getFileName().toString())
                .startsWith("tasteprint-upload-"));
    }

    @Test
    void saysWhatIsWrongWithABody(Running running) throws IOException {
        refused(running.client().post("/api/v1/classify", "application/json", "{}".getBytes()), 400, "multipart/form-data", "Content-Type");
        refused(running.client().post("/api/v1/classify", "multipart/form-data", NO_AUDIO), 400, "malformed", "file");
        refused(running.client().post("/api/v1/classify", "multipart/form-data; boundary=x", NO_AUDIO), 400, "malformed", "file");
        refused(running.client().post("/api/v1/classify", "multipart/form-data; boundary=x", "--x--\r\n".getBytes()), 400, "missing", "file");
        refused(
                running.client().post(
                        "/api/v1/classify",
                        "multipart/form-data; boundary=x",
                        "--x\r\nContent-Disposition: form-data; name=\"song\"; filename=\"a.wav\"\r\n\r\nabc\r\n--x--\r\n".getBytes()),
                400, "field file is missing", "file");
        refused(
                running.client().post(
                        "/api/v1/classify",
                        "multipart/form-data; boundary=x",
                        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\nabc".getBytes()),
                400, "malformed", "file");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void refusesWhatIsTooLarge(Running running) throws IOException {
        byte[] large = new byte[(int) ServerUnderTest.MAX_UPLOAD_BYTES + 1];
        refused(running.client().classify("large.wav", large), 413, "larger than 2 MB", "file");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void refusesWhatIsTooLargeWithoutSayingSo(Running running) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", running.uri().getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(("POST /api/v1/classify HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                            + "Content-Type: multipart/form-data; boundary=x\r\n\r\n")
                    .getBytes());
            chunk(socket, "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\n".getBytes());
            for (int sent = 0; sent <= ServerUnderTest.MAX_UPLOAD_BYTES; sent += 1 << 16) {
                chunk(socket, new byte[1 << 16]);
            }
            chunk(socket, "\r\n--x--\r\n".getBytes());
            chunk(socket, new byte[0]);
            String answer = new String(socket.getInputStream().readNBytes(15), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 413");
        }
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing(Running running) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", running.uri().getPort())) {
            socket.getOutputStream().write(("POST /api/v1/classify HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n"
                            + "Content-Type: multipart/form-data; boundary=x\r\n\r\n"
                            + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\nabc")
                    .getBytes());
            socket.getOutputStream().flush();
        }
        Thread.sleep(500); // for the server to begin with the request; how soon it notices the end is its own affair
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        var left = leftovers();
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(20);
            left = leftovers();
        }
        assertThat(left).isEmpty();
    }

    @Test
    void analysesNoMoreThanTwoAtOnce(Running running) throws Exception {
        running.music().mostAtOnce.set(0);
        byte[] wav = SampleMusic.wav(3);
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> requests = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(i -> () -> running.client().classify("a.wav", wav).statusCode())
                    .toList();
            for (Future<Integer> status : clients.invokeAll(requests)) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
        assertThat(running.music().mostAtOnce.get()).isEqualTo(2);
    }

    @Test
    void whileFilesAreAnalysedEverythingElseGoesOn(Running running) throws Exception {
        running.music().analysis = Duration.ofMillis(1500);
        byte[] wav = SampleMusic.wav(4);
        try (ExecutorService clients = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> analyses = IntStream.range(0, 4)
                    .mapToObj(i -> clients.submit(() -> running.client().classify("a.wav", wav).statusCode()))
                    .toList();
            while (running.music().atOnce.get() < 2) {
                Thread.sleep(5);
            }
            assertThat(running.client().get("/api/v1/tracks").statusCode()).isEqualTo(200);
            assertThat(analyses).noneMatch(Future::isDone);
            for (Future<Integer> status : analyses) {
                assertThat(status.get()).isEqualTo(200);
            }
        } finally {
            running.music().analysis = Duration.ofMillis(60);
        }
    }

    private static void refused(HttpResponse<byte[]> response, int status, String detail, String parameter) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Contract.json(response).get("detail").asText()).contains(detail);
        assertThat(Contract.json(response).get("parameter").asText()).isEqualTo(parameter);
    }

    private static void chunk(Socket socket, byte[] bytes) throws IOException {
        socket.getOutputStream().write((Integer.toHexString(bytes.length) + "\r\n").getBytes());
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().write("\r\n".getBytes());
    }

    private static List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("tasteprint-upload-")).toList();
        }
    }
}
