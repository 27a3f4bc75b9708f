package org.tasteprint.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** An HTTP client that fails when an answer is not what the contract promises. */
final class ContractClient {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Contract contract = new Contract();
    private final URI base;

    ContractClient(URI base) {
        this.base = base;
    }

    /** @param path as it is written into the request, encoded where it has to be */
    HttpResponse<byte[]> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.GET());
    }

    JsonNode json(String path) {
        return Contract.json(get(path));
    }

    HttpResponse<byte[]> method(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.method(method, HttpRequest.BodyPublishers.noBody()));
    }

    HttpResponse<byte[]> post(String path, String contentType, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).header("Content-Type", contentType);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Posts files to classify; names and contents alternate. */
    HttpResponse<byte[]> classify(Object... namesAndContents) {
        return upload("/api/v1/classify", namesAndContents);
    }

    /** Posts files; names and contents alternate. */
    HttpResponse<byte[]> upload(String path, Object... namesAndContents) {
        return form(path, "", "", namesAndContents);
    }

    /** Posts files behind a field of text, which is left out when it has no name. */
    HttpResponse<byte[]> form(String path, String field, String text, Object... namesAndContents) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (!field.isEmpty()) {
            body.writeBytes("--frontier\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(field, text)
                    .getBytes(StandardCharsets.UTF_8));
        }
        for (int i = 0; i < namesAndContents.length; i += 2) {
            body.writeBytes(("--frontier\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                            + "Content-Type: application/octet-stream\r\n\r\n")
                    .formatted(namesAndContents[i])
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes((byte[]) namesAndContents[i + 1]);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--frontier--\r\n".getBytes(StandardCharsets.UTF_8));
        return post(path, "multipart/form-data; boundary=frontier", body.toByteArray());
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            contract.check(request.method(), request.uri().getRawPath(), response);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One path segment. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
