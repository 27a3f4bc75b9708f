package org.tasteprint.server.http;

import io.javalin.http.Context;
import io.javalin.json.JavalinJackson3;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** How records become JSON: fields in snake_case, in the order of the record's components. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private Json() {}

    /** For Javalin. */
    public static JavalinJackson3 mapper() {
        return new JavalinJackson3(MAPPER, true);
    }

    /** The JSON of a value. */
    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * What a request sends.
     *
     * @throws BadParameterException when it is no JSON of this form; fields that are not known are refused too
     */
    public static <T> T body(Context request, Class<T> type) {
        return read(request.bodyAsBytes(), type);
    }

    /** The same of bytes that were read already. */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value != null) {
                return value;
            }
        } catch (JacksonException e) {
            String where = e instanceof DatabindException bound && !bound.getPath().isEmpty() ? bound.getPathReference() : "";
            throw BadParameterException.saying("body", "the body is not the JSON that is expected here%s: %s"
                    .formatted(where.isEmpty() ? "" : " at " + field(where), BadParameterException.shown(plain(e.getOriginalMessage()))));
        }
        throw BadParameterException.saying("body", "the body is empty: send a JSON object");
    }

    /** Without the names of our types, which mean nothing to a client. */
    private static String plain(String message) {
        return message.replaceAll(" of type `org\\.tasteprint[^`]*`| \\(token `[^`]*`\\)| \\(class [^)]*\\), not marked as ignorable", "");
    }

    private static String field(String reference) {
        return reference.replaceAll("[\\w.$]+\\[\"|\"\\]", "").replaceAll("[\\w.$]+(?=\\[)", "").replace("->", ".");
    }

    /** JSON of any form. */
    public static JsonNode tree(byte[] json) {
        return MAPPER.readTree(json);
    }

    /** The JSON of a value, in UTF-8. */
    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }
}
