package org.tasteprint.server.upload;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.tasteprint.server.http.BadParameterException;
import org.tasteprint.server.http.Problem;
import org.tasteprint.server.http.ProblemException;

/**
 * The files of one multipart request, streamed into a folder of their own that is deleted on closing, whatever happened, and the texts
 * beside them.
 */
public final class Upload implements AutoCloseable {
    public static final String FIELD = "file";

    /** Longest text in a field beside the files: what a hundred vectors take. */
    private static final int MOST_FIELD_BYTES = 4 << 20;

    private static final String MULTIPART_ATTRIBUTE = "org.eclipse.jetty.multipartConfig";
    private static final Pattern EXTENSION = Pattern.compile(".*(\\.[A-Za-z0-9]{1,8})");

    private final Path folder;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, String> fields = new HashMap<>();

    private Upload(Path folder) {
        this.folder = folder;
    }

    /**
     * @param name what the client calls the file, without folders
     * @param path where it lies; keeps the extension
     */
    public record Part(String name, Path path) {}

    /**
     * Reads the body of a request.
     *
     * @throws BadParameterException when there is no file in it, or it is no multipart body
     * @throws ProblemException when it is larger than {@code maxBytes}
     */
    static Upload receive(Context request, long maxBytes) throws IOException {
        if (!request.isMultipartFormData()) {
            throw BadParameterException.saying(
                    "Content-Type", "send the sound file as multipart/form-data, in a field named " + FIELD);
        }
        if (request.req().getContentLengthLong() > maxBytes) {
            throw tooLarge(request, maxBytes);
        }
        Upload upload = new Upload(Files.createTempDirectory("tasteprint-upload-"));
        try {
            upload.read(request, maxBytes);
            return upload;
        } catch (Throwable e) {
            upload.close();
            throw e;
        }
    }

    /**
     * Reads a request that is one file: in a field of a form, or as its body.
     *
     * @throws BadParameterException when there is none, or more than one
     * @throws ProblemException when it is larger than {@code maxBytes}
     */
    static Upload receiveOne(Context request, long maxBytes) throws IOException {
        if (!request.isMultipartFormData()) {
            return receiveBody(request, maxBytes);
        }
        Upload upload = receive(request, maxBytes);
        if (upload.parts.size() != 1) {
            upload.close();
            throw BadParameterException.saying(FIELD, "send one file; there are " + upload.parts.size());
        }
        return upload;
    }

    private static Upload receiveBody(Context request, long maxBytes) throws IOException {
        Upload upload = new Upload(Files.createTempDirectory("tasteprint-upload-"));
        try {
            Path path = upload.folder.resolve("upload-0");
            if (!upload.isCopied(request, path, maxBytes)) {
                throw tooLarge(request, maxBytes);
            }
            if (Files.size(path) == 0) {
                throw BadParameterException.saying(
                        FIELD, "there is no sound: send a file as the body, or in a field named %s of a form".formatted(FIELD));
            }
            upload.parts.add(new Part("the file", path));
            return upload;
        } catch (Throwable e) {
            upload.close();
            throw e;
        }
    }

    /** Copies the body, unless it is longer than {@code maxBytes}. */
    private boolean isCopied(Context request, Path path, long maxBytes) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = request.bodyInputStream();
                OutputStream out = Files.newOutputStream(path)) {
            long taken = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                taken += read;
                if (taken > maxBytes) {
                    return false;
                }
                out.write(buffer, 0, read);
            }
            return true;
        }
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    /** What stands in the other fields of the form, by name. */
    Map<String, String> fields() {
        return Map.copyOf(fields);
    }

    private void read(Context request, long maxBytes) throws IOException {
        request.req().setAttribute(
                MULTIPART_ATTRIBUTE, new MultipartConfigElement(folder.toString(), maxBytes, maxBytes, 0));
        try {
            for (jakarta.servlet.http.Part part : request.req().getParts()) {
                String name = baseName(part.getSubmittedFileName());
                if (part.getSubmittedFileName() == null) {
                    fields.put(part.getName(), text(part));
                } else if (part.getName().equals(FIELD) && !name.isEmpty()) {
                    Matcher extension = EXTENSION.matcher(name);
                    Path path = folder.resolve(
                            "upload-" + parts.size() + (extension.matches() ? extension.group(1).toLowerCase(Locale.ROOT) : ""));
                    part.write(path.getFileName().toString());
                    parts.add(new Part(name, path));
                }
            }
        } catch (EofException e) {
            throw e;
        } catch (ServletException | HttpException.RuntimeException | IllegalStateException | IOException e) {
            throw isTooLarge(e) ? tooLarge(request, maxBytes) : malformed();
        }
        if (parts.isEmpty()) {
            throw BadParameterException.saying(FIELD, "field %s is missing: it must be a sound file".formatted(FIELD));
        }
    }

    private static String text(jakarta.servlet.http.Part part) throws IOException {
        if (part.getSize() > MOST_FIELD_BYTES) {
            String name = BadParameterException.shown(part.getName());
            throw BadParameterException.saying(
                    name, "field %s is longer than %d MB, which is the most that is taken".formatted(name, MOST_FIELD_BYTES >> 20));
        }
        try (InputStream in = part.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean isTooLarge(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            boolean status413 = cause instanceof HttpException http && http.getCode() == HttpStatus.CONTENT_TOO_LARGE.getCode();
            if (status413 || String.valueOf(cause.getMessage()).contains("max length exceeded")) {
                return true;
            }
        }
        return false;
    }

    private static String baseName(String submitted) {
        return submitted == null ? "" : submitted.replaceFirst("(?s).*[/\\\\]", "").strip();
    }

    private static BadParameterException malformed() {
        return BadParameterException.saying(FIELD, "the multipart body is malformed or incomplete: send it again");
    }

    private static ProblemException tooLarge(Context request, long maxBytes) {
        return new ProblemException(Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "the upload is larger than %d MB, which is the most that is taken".formatted(Math.max(1, maxBytes >> 20)),
                        request.path())
                .about(FIELD));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
