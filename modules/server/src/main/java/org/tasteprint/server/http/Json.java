package org.tasteprint.server.http;

import io.javalin.json.JavalinJackson3;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** How records become JSON: fields in snake_case, in the order of the record's components. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private Json() {}

    /** For Javalin. */
    public static JavalinJackson3 mapper() {
        return new JavalinJackson3(MAPPER, true);
    }

    /** The JSON of a value, in UTF-8. */
    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }
}
