package org.tasteprint.genre;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.tasteprint.core.AtomicFile;
import org.tasteprint.core.Provenance;
import org.tasteprint.core.TasteprintException;
import org.tasteprint.core.TasteprintException.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file of a genre model: one line of JSON (settings, labels, provenance, and the SHA-256 of the rest), then the numbers of
 * the reduction and of the classifier as {@link Payload} writes them. {@code head -1 FILE} shows how it was made.
 */
final class ModelFile {
    private static final String FORMAT = "tasteprint-genre-model";
    private static final int VERSION = 1;
    private static final int HEADER_BYTES_MAX = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Header(
            String format,
            int version,
            GenreSettings settings,
            List<String> labels,
            Provenance provenance,
            String payloadSha256) {}

    private ModelFile() {}

    static void write(Path file, GenreModel model) {
        byte[] payload = payload(model);
        byte[] header = JSON.writeValueAsBytes(new Header(
                FORMAT, VERSION, model.settings(), model.labels(), model.provenance(), sha256(payload)));
        AtomicFile.write(file, out -> {
            out.write(header);
            out.write('\n');
            out.write(payload);
        });
    }

    static GenreModel read(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Header header = header(in, file);
            byte[] payload = in.readAllBytes();
            if (!sha256(payload).equals(header.payloadSha256())) {
                throw invalid(file, "is damaged", null);
            }
            DataInputStream numbers = new DataInputStream(new ByteArrayInputStream(payload));
            return new GenreModel(
                    header.settings(),
                    header.labels(),
                    Reduction.readFrom(numbers),
                    SegmentClassifier.readFrom(numbers, header.settings().classifier()),
                    header.provenance());
        } catch (NoSuchFileException e) {
            throw new TasteprintException(
                    Kind.NOT_FOUND, "there is no genre model %s: run ./tasteprint train genre".formatted(file), e);
        } catch (IOException e) {
            throw new TasteprintException(
                    Kind.UNAVAILABLE, "cannot read %s (%s): check its permissions".formatted(file, e.getMessage()), e);
        }
    }

    private static Header header(InputStream in, Path file) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() == HEADER_BYTES_MAX) {
                throw invalid(file, "is no genre model", null);
            }
            line.write(next);
        }
        String json = line.toString(StandardCharsets.UTF_8);
        if (!json.startsWith("{\"format\":\"" + FORMAT + "\"")) {
            throw invalid(file, "is no genre model", null);
        }
        try {
            Header header = JSON.readValue(json, Header.class);
            if (header.version() != VERSION) {
                throw invalid(file, "has format %d, and this program reads %d".formatted(header.version(), VERSION), null);
            }
            return header;
        } catch (JacksonException e) {
            throw invalid(file, "is damaged", e);
        }
    }

    private static byte[] payload(GenreModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            model.reduction().writeTo(out);
            model.classifier().writeTo(out);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to be written", e);
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static TasteprintException invalid(Path file, String what, Exception cause) {
        return new TasteprintException(
                Kind.INVALID_INPUT, "%s %s: run ./tasteprint train genre to make one".formatted(file, what), cause);
    }
}
