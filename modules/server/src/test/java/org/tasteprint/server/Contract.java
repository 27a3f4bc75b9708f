package org.tasteprint.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import org.tasteprint.server.http.Problem;

/** {@code openapi.yaml}, and what it says about a response. */
final class Contract {
    private static final String LOCATION = "https://tasteprint.example/openapi.yaml";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OpenAPI api;
    private final SwaggerParseResult parsed;
    private final SchemaRegistry schemas;

    Contract() {
        String yaml = yaml();
        parsed = new OpenAPIV3Parser().readContents(yaml);
        api = parsed.getOpenAPI();
        schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(LOCATION, yaml)));
    }

    static String yaml() {
        try (InputStream in = Contract.class.getResourceAsStream("/openapi.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SwaggerParseResult parsed() {
        return parsed;
    }

    /** Fails unless the operation is in the contract and may answer like this. */
    void check(String method, String rawPath, HttpResponse<byte[]> response) {
        if (rawPath.startsWith("/rest/") || rawPath.startsWith("/1/")) {
            return; // Of other people's contracts: OpenSubsonic's and ListenBrainz'.
        }
        String type = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        String template = template(rawPath);
        Operation operation = template.isEmpty() ? null : operation(api.getPaths().get(template), method);
        if (operation == null) {
            // Not of the API: a file of the web client, or an error about the path or the method.
            assertThat(response.statusCode() < 400 || type.equals("application/problem+json"))
                    .as("%s %s answers %d as %s", method, rawPath, response.statusCode(), type)
                    .isTrue();
            if (response.statusCode() >= 400 && response.body().length > 0) {
                valid("#/components/schemas/Problem", response);
            }
            return;
        }
        String status = String.valueOf(response.statusCode());
        Content failure = operation.getResponses().getDefault().getContent();
        if (response.statusCode() >= 400 && failure != null && failure.containsKey("application/json")) {
            assertThat(type).as("type of %s %s", status, rawPath).isEqualTo("application/json");
            valid(failure.get("application/json").getSchema().get$ref(), response);
            return;
        }
        if (response.statusCode() >= 400) {
            assertThat(type).as("type of %s %s", status, rawPath).isEqualTo("application/problem+json");
            valid("#/components/schemas/Problem", response);
            assertThat(json(response).get("status").asInt()).isEqualTo(response.statusCode());
            return;
        }
        if (response.statusCode() == 304) {
            assertThat(response.body()).isEmpty();
            return;
        }
        assertThat(operation.getResponses()).as("statuses of %s", template).containsKey(status);
        Content content = operation.getResponses().get(status).getContent();
        if (content != null && !content.containsKey("*/*")) {
            assertThat(content).as("types of %s %s", status, template).containsKey(type);
            // Streams have no schema.
            if (content.get(type).getSchema() != null) {
                valid(content.get(type).getSchema().get$ref(), response);
            }
        }
    }

    private void valid(String fragment, HttpResponse<byte[]> response) {
        Schema schema = schemas.getSchema(SchemaLocation.of(LOCATION + fragment));
        assertThat(schema.validate(new String(response.body(), StandardCharsets.UTF_8), InputFormat.JSON))
                .as("%s against %s", new String(response.body(), StandardCharsets.UTF_8), fragment)
                .isEmpty();
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path of the contract that a path of a request is one of, or empty. */
    private String template(String rawPath) {
        return api.getPaths().keySet().stream()
                .filter(candidate -> rawPath.matches(candidate.replaceAll("\\{\\w+}", "[^/]+")))
                // A path without parameters comes before one with them.
                .min(Comparator.comparing(candidate -> candidate.contains("{")))
                .orElse("");
    }

    private static Operation operation(PathItem path, String method) {
        return path.readOperationsMap().get(PathItem.HttpMethod.valueOf(method));
    }

    /** Every path of the contract, by its template. */
    Map<String, PathItem> paths() {
        return api.getPaths();
    }

    /** How many operations there are. */
    int operations() {
        return api.getPaths().values().stream().mapToInt(path -> path.readOperationsMap().size()).sum();
    }
}
